using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Storage.Streams;

namespace Muster.Storage.Tests.Streams;

/// <summary>Transactions that record changes and do nothing else.</summary>
internal static class Writes
{
    public static readonly WriteContext Context = new(Actor.Muster("test"), DateTimeOffset.UnixEpoch, "r");

    public static Change Put(string id, long version = 1, string? payload = null) =>
        new("agent", id, version, ChangeOperation.Put, payload);

    public static async Task<IReadOnlyList<CommittedScope>> CommitAsync(
        Database database, params (ScopeName Scope, Change Change)[] changes)
    {
        await using var transaction = await database.BeginAsync(Context, CancellationToken.None);
        foreach (var (scope, change) in changes)
        {
            transaction.Record(scope, change);
        }

        return await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>So many changes, each in a transaction of its own.</summary>
    public static async Task FillAsync(Database database, ScopeName scope, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await CommitAsync(database, (scope, Put($"{number}")));
        }
    }
}
