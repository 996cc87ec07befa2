using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Proof;

/// <summary>A skipped test proves nothing and looks as if it did.</summary>
public sealed partial class SkippedTestTests
{
    private static readonly string[] Switches = ["Skip", "SkipWhen", "SkipUnless", "SkipExceptions", "Explicit"];

    [Fact]
    public void No_test_is_skipped()
    {
        var tree = SourceTree.Repository;
        Rule.Holds(
            tree.Tests.SelectMany(Find).Concat(tree.Texts(".test.ts", ".test.tsx").SelectMany(FindInWeb)),
            "make it pass or delete it.");
    }

    [Fact]
    public void A_planted_skip_is_caught()
    {
        var file = SourceFile.Parse("tests/M/ATests.cs", """
            class A
            {
                [Fact(Skip = "flaky")] void B() { }
                [Theory(DisplayName = "Skip")] void C() { Assert.Skip("no"); list.Skip(1); }
                [Fact(Explicit = true)] void D() { Assert.SkipWhen(true, "no"); }
            }
            """);
        var web = new TextFile("web/src/a.test.ts", "it('skips')\nit.skip('b')\n describe.only('c')\nxit('d')");

        Rule.Catches(
            Find(file), "tests/M/ATests.cs:3", "tests/M/ATests.cs:4", "tests/M/ATests.cs:5", "tests/M/ATests.cs:5");
        Rule.Catches(FindInWeb(web), "web/src/a.test.ts:2", "web/src/a.test.ts:3", "web/src/a.test.ts:4");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var switches = file.All<AttributeArgumentSyntax>()
            .Where(argument => Switches.Contains(argument.NameEquals?.Name.Identifier.ValueText))
            .Where(argument => argument.Parent?.Parent is AttributeSyntax a && Attributes.IsTest(Attributes.NameOf(a)));
        var calls = file.All<MemberAccessExpressionSyntax>()
            .Where(call => call.Expression.ToString() is "Assert" or "Xunit.Assert")
            .Where(call => call.Name.Identifier.ValueText.StartsWith("Skip", StringComparison.Ordinal));
        return switches.Concat<SyntaxNode>(calls).Select(node => file.At(node, "a skipped test."));
    }

    internal static IEnumerable<Violation> FindInWeb(TextFile file)
    {
        return file.Lines()
            .Where(line => WebSwitch().IsMatch(line.Text))
            .Select(line => file.At(line.Number, "a skipped test, or one that skips the others."));
    }

    [GeneratedRegex(@"\b(it|test|describe)\s*\.\s*(skip|skipIf|only|todo|fails)\b|\bx(it|describe|test)\s*\(")]
    private static partial Regex WebSwitch();
}
