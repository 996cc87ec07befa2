using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>Three levels of statements are enough; <c>else if</c> is not a level of its own.</summary>
public sealed class NestingTests
{
    private const int Limit = 3;

    [Fact]
    public void Statements_nest_no_deeper_than_three()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "return early, or extract the inner part and name it.");
    }

    [Fact]
    public void A_planted_fourth_level_is_caught_once()
    {
        var file = SourceFile.Parse("src/M/A.cs", """
            while (true)
            {
                try
                {
                    foreach (var x in y)
                    {
                        if (x) { lock (z) { } }
                    }
                }
                catch (E)
                {
                    if (a) { if (b) { } } else if (c) { } else if (d) { using var e = f; }
                }
            }
            """);

        Rule.Catches(Find(file), "src/M/A.cs:7", "src/M/A.cs:12");
    }

    [Fact]
    public void A_local_function_begins_anew()
    {
        var file = SourceFile.Parse("src/M/A.cs", "if (a) { if (b) { if (c) { void F() { if (d) { } } } } }");

        Assert.Empty(Find(file));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.All<StatementSyntax>()
            .Where(statement => IsLevel(statement) && LevelsAbove(statement) == Limit)
            .Select(statement => file.At(statement, $"the {Limit + 1}th level of statements, at most {Limit}."));
    }

    private static int LevelsAbove(SyntaxNode statement)
    {
        return statement.Ancestors()
            .TakeWhile(node => node is not LocalFunctionStatementSyntax and not BaseMethodDeclarationSyntax)
            .Count(IsLevel);
    }

    private static bool IsLevel(SyntaxNode node) => node switch
    {
        IfStatementSyntax { Parent: ElseClauseSyntax } => false,
        IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax => true,
        DoStatementSyntax or SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax => true,
        UsingStatementSyntax => true,
        _ => false,
    };
}
