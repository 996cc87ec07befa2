using Muster.Server.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>What became of a bulk.</summary>
/// <param name="Items">One for each that was sent, in the same order.</param>
public sealed record DirectoryBulkView(
    int Created, int Updated, int Removed, int Unchanged, int Refused, IReadOnlyList<DirectoryResultView> Items)
{
    public static DirectoryBulkView Of(IReadOnlyList<DirectoryResult> results)
    {
        int Count(DirectoryOutcome outcome) => results.Count(result => result.Outcome == outcome);
        return new DirectoryBulkView(
            Count(DirectoryOutcome.Created), Count(DirectoryOutcome.Updated), Count(DirectoryOutcome.Removed),
            Count(DirectoryOutcome.Unchanged), Count(DirectoryOutcome.Refused),
            [.. results.Select(DirectoryResultView.Of)]);
    }
}
