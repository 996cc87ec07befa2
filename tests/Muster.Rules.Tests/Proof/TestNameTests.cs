using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Proof;

/// <summary>A test is named by the sentence it proves: <c>Renewal_after_expiry_does_not_revive_the_lease</c>.</summary>
public sealed class TestNameTests
{
    [Fact]
    public void Tests_are_named_by_sentences()
    {
        Rule.Holds(SourceTree.Repository.Tests.SelectMany(Find), "write what holds, as a sentence with underscores.");
    }

    [Fact]
    public void A_planted_label_is_caught()
    {
        var file = SourceFile.Parse("tests/M/ATests.cs", """
            class A
            {
                [Fact] public void TestRenewal() { }
                [Theory] public void renewal_works() { }
                [Property] public void Renewal_works() { }
                public void Help() { }
            }
            """);

        Rule.Catches(Find(file), "tests/M/ATests.cs:3", "tests/M/ATests.cs:4");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.All<MethodDeclarationSyntax>()
            .Where(Attributes.IsTest)
            .Where(test => !IsSentence(test.Identifier.ValueText))
            .Select(test => file.At(test.Identifier, $"{test.Identifier.ValueText} is not a sentence."));
    }

    private static bool IsSentence(string name) => char.IsUpper(name[0]) && name.Trim('_').Contains('_');
}
