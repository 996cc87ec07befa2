using System.Text.Json;
using Microsoft.Playwright;
using Muster.Testing;

namespace Muster.Browser.Tests.Looks;

/// <summary>Asks axe what is wrong with a page: WCAG 2.2 AA and its own good practice.</summary>
public static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
        """;

    private static readonly Lazy<string> Program = new(() => File.ReadAllText(
        Path.Combine(Accepted.Repository, "web/node_modules/axe-core/axe.min.js")));

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Program.Value);
        }

        return (await page.EvaluateAsync<JsonElement>(Run)).Deserialize<string[]>()!;
    }
}
