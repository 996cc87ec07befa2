using System.Text.Json;
using Microsoft.Playwright;
using Muster.Testing;

namespace Muster.Browser.Tests.Looks;

/// <summary>axe finds nothing: WCAG 2.2 AA and its own good practice.</summary>
public sealed class AccessibilityTests(Chromium chromium, DemoNode demo) : SceneTest(chromium, demo)
{
    private const string Run = """
        async () => (await axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
        """;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(
        Path.Combine(Accepted.Repository, "web/node_modules/axe-core/axe.min.js")));

    [Theory]
    [MemberData(nameof(Scenes.Names), MemberType = typeof(Scenes))]
    public async Task Axe_finds_nothing_wide_and_narrow_light_and_dark(string scene)
    {
        var page = await PlayAsync(scene);
        await page.EvaluateAsync(Axe.Value);

        Assert.Empty(await FindAsync(page, Screen.Desk, ColorScheme.Light));
        Assert.Empty(await FindAsync(page, Screen.Desk, ColorScheme.Dark));
        Assert.Empty(await FindAsync(page, Screen.Phone, ColorScheme.Dark));
        Assert.Empty(await FindAsync(page, Screen.Phone, ColorScheme.Light));
    }

    [Fact]
    public async Task A_planted_picture_without_words_is_found()
    {
        var page = await PlayAsync("today");
        await page.EvaluateAsync("document.querySelector('main').append(document.createElement('img'))");
        await page.EvaluateAsync(Axe.Value);

        var found = Assert.Single(await FindAsync(page, Screen.Desk, ColorScheme.Light));

        Assert.StartsWith("image-alt", found, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, ViewportSize screen, ColorScheme colours)
    {
        await ShowOnAsync(page, screen, colours);
        return (await page.EvaluateAsync<JsonElement>(Run)).Deserialize<string[]>()!;
    }
}
