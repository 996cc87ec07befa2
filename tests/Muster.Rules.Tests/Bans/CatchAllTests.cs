using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Bans;

/// <summary>
/// Everything is caught only at three edges, the role loop, the request and the process; elsewhere faults pass.
/// </summary>
/// <remarks>Who tidies up and throws on has caught nothing.</remarks>
public sealed partial class CatchAllTests
{
    /// <summary>
    /// The three edges by file. Any other catch-all says why in a comment on its line: <c>// Edge: reason</c>.
    /// </summary>
    private static readonly Dictionary<string, string> Edges = new()
    {
        ["src/Muster.Server/Commands/MusterCommand.cs"] = "the process",
        ["src/Muster.Server/Api/ProblemMiddleware.cs"] = "the request",
    };

    [Fact]
    public void Everything_is_caught_only_at_the_edges()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "catch what you expect by type; at a real edge add the comment // Edge: reason on the line of the catch.");
        Assert.All(Edges.Keys, path => Assert.True(SourceTree.Repository.Exists(path), $"{path} is gone."));
    }

    [Fact]
    public void A_planted_catch_all_is_caught()
    {
        var file = SourceFile.Parse("src/M/A.cs", """
            try { } catch { }
            try { } catch (Exception) { }
            try { } catch (System.Exception e) when (e is not OperationCanceledException) { }
            try { } catch (Exception e) when (e is IOException or TimeoutException) { }
            try { } catch (Exception e) { } // Edge: a plug-in may throw anything
            try { } catch (Exception e) { } // Edge:
            try { } catch (IOException) { }
            try { } catch (Exception e) when (StorageTrouble.IsPassing(e)) { }
            try { } catch { Release(); throw; }
            try { } catch { Release(); throw new X(); }
            """);

        Rule.Catches(Find(file), "src/M/A.cs:1", "src/M/A.cs:2", "src/M/A.cs:3", "src/M/A.cs:6", "src/M/A.cs:10");
        Assert.Empty(Find(SourceFile.Parse(Edges.Keys.First(), "try { } catch (Exception) { }")));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.All<CatchClauseSyntax>()
            .Where(clause => !Edges.ContainsKey(file.Path))
            .Where(clause => IsCatchAll(clause) && !Reason().IsMatch(file.Line(file.LineOf(clause))))
            .Select(clause => file.At(clause, "everything is caught, away from the three edges."));
    }

    private static bool IsCatchAll(CatchClauseSyntax clause)
    {
        var type = clause.Declaration?.Type.ToString();
        return type is null or "Exception" or "System.Exception"
            && !NamesTypes(clause.Filter)
            && clause.Block.Statements.LastOrDefault() is not ThrowStatementSyntax { Expression: null };
    }

    /// <summary>
    /// A filter that lists types, or asks the storage or the source whether the trouble passes, catches just these; one
    /// that excludes some is still a catch-all.
    /// </summary>
    private static bool NamesTypes(CatchFilterClauseSyntax? filter)
    {
        return filter?.FilterExpression is IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax }
            || filter?.FilterExpression is InvocationExpressionSyntax asked
                && asked.Expression.ToString() is "StorageTrouble.IsPassing" or "SourceTrouble.IsPassing";
    }

    [GeneratedRegex(@"//\s*Edge:\s*\S")]
    private static partial Regex Reason();
}
