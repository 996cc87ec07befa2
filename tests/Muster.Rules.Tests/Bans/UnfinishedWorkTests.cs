using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Muster.Rules.Tests.Bans;

/// <summary>Work that is left to do is an issue, not a comment.</summary>
public sealed partial class UnfinishedWorkTests
{
    private static readonly string[] OtherLanguages =
        [".ts", ".tsx", ".css", ".sql", ".sh", ".csproj", ".props", ".targets"];

    [Fact]
    public void No_comment_puts_work_off()
    {
        var tree = SourceTree.Repository;
        Rule.Holds(
            tree.Code.SelectMany(Find).Concat(tree.Texts(OtherLanguages).SelectMany(FindInText)),
            "do it now, or open an issue.");
    }

    [Fact]
    public void A_planted_note_is_caught()
    {
        var code = SourceFile.Parse("src/M/A.cs", """
            // TODO: later
            var text = "TODO is only text here";
            /* first
               FIXME */
            // The mastodon is fine.
            """);
        var style = new TextFile("web/src/app.css", "a { }\n/* HACK */");

        Rule.Catches(Find(code), "src/M/A.cs:1", "src/M/A.cs:3");
        Rule.Catches(FindInText(style), "web/src/app.css:2");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.Root.DescendantTrivia()
            .Where(trivia => trivia.ToFullString() is var text && text.Contains('/') && Note().IsMatch(text))
            .Select(trivia => file.AtLine(file.LineOf(trivia), "a comment that puts work off."));
    }

    internal static IEnumerable<Violation> FindInText(TextFile file)
    {
        return file.Lines()
            .Where(line => Note().IsMatch(line.Text))
            .Select(line => file.At(line.Number, "a comment that puts work off."));
    }

    [GeneratedRegex(@"\b(TODO|HACK|FIXME|XXX)\b")]
    private static partial Regex Note();
}
