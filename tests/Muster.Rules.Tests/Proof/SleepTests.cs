using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Proof;

/// <summary>Tests do not sleep: fake time, arm the wait, act, await.</summary>
public sealed class SleepTests
{
    private const string Support = "Muster.Testing";

    [Fact]
    public void Tests_do_not_sleep()
    {
        Rule.Holds(
            SourceTree.Repository.Tests.SelectMany(Find),
            "await the event or advance a fake clock; tests/Muster.Testing may wait if a comment says why.");
    }

    [Fact]
    public void A_planted_sleep_is_caught()
    {
        const string Code = """
            await Task.Delay(100);
            System.Threading.Thread.Sleep(1);
            // The postmaster has no event for this.
            await Task.Delay(span, time, stop);
            """;

        Rule.Catches(
            Find(SourceFile.Parse("tests/M/ATests.cs", Code)),
            "tests/M/ATests.cs:1",
            "tests/M/ATests.cs:2",
            "tests/M/ATests.cs:4");
        Rule.Catches(
            Find(SourceFile.Parse("tests/Muster.Testing/Wait.cs", Code)),
            "tests/Muster.Testing/Wait.cs:1",
            "tests/Muster.Testing/Wait.cs:2");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        return file.All<InvocationExpressionSyntax>()
            .Select(call => (call, name: string.Join('.', call.Expression.ToString().Split('.').TakeLast(2))))
            .Where(found => found.name is "Thread.Sleep" or "Task.Delay")
            .Where(found => file.Project != Support || !HasReason(file, found.call))
            .Select(found => file.At(found.call, $"{found.name} in a test."));
    }

    private static bool HasReason(SourceFile file, InvocationExpressionSyntax call)
    {
        var line = file.LineOf(call);
        return file.Line(line).Contains("// ", StringComparison.Ordinal)
            || file.Line(line - 1).TrimStart().StartsWith("// ", StringComparison.Ordinal);
    }
}
