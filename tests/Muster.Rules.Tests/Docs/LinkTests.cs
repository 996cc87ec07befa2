using System.Text.RegularExpressions;

namespace Muster.Rules.Tests.Docs;

/// <summary>A reader who follows a link arrives.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_in_the_documents_lead_to_files()
    {
        var tree = SourceTree.Repository;
        var documents = tree.Texts(".md")
            .Where(file => file.Path == "README.md" || file.Path.StartsWith("docs/", StringComparison.Ordinal));
        Rule.Holds(documents.SelectMany(file => Find(file, tree.Exists)), "correct the path or write the page.");
    }

    [Fact]
    public void A_planted_dead_link_is_caught()
    {
        var file = new TextFile("docs/api.md", """
            [good](../README.md#start) [dead](gone.md) ![picture](<a b.png> "title") [web](https://x.org/a)
            [same](#part) [mail](mailto:a@b) `[code](no.md)` [folder](decisions/) [root](/README.md)
            ```
            [code](no.md)
            ```
            [dead too][1]

            [1]: missing.md
            """);
        string[] there = ["README.md", "docs/decisions", "docs/a b.png"];

        Rule.Catches(Find(file, there.Contains), "docs/api.md:1", "docs/api.md:8");
    }

    internal static IEnumerable<Violation> Find(TextFile file, Func<string, bool> exists)
    {
        var isCode = false;
        foreach (var (number, text) in file.Lines())
        {
            isCode ^= text.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var links = isCode ? [] : Link().Matches(InlineCode().Replace(text, "")).AsEnumerable();
            foreach (var link in links.Select(match => match.Groups["target"].Value))
            {
                if (TargetOf(file.Path, link) is { } target && !exists(target))
                {
                    yield return file.At(number, $"there is no {target}.");
                }
            }
        }
    }

    /// <summary>The path from the repository's root; null when the link leads out or stays on the page.</summary>
    private static string? TargetOf(string page, string link)
    {
        var path = Uri.UnescapeDataString(link.Split('#')[0]);
        if (path.Length == 0 || Elsewhere().IsMatch(path))
        {
            return null;
        }

        var full = Path.GetFullPath(path, $"/{Path.GetDirectoryName(page)}");
        return full.Trim('/');
    }

    [GeneratedRegex(@"(\]\(\s*<(?<target>[^>]+)>|\]\(\s*(?<target>[^)<\s]+)|^\s*\[[^\]]+\]:\s*(?<target>\S+))")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex("^([a-z][a-z0-9+.-]*:|//)")]
    private static partial Regex Elsewhere();
}
