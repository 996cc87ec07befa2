using System.Data;
using Npgsql;

namespace Muster.Storage.Moves;

/// <summary>
/// Takes all rows of one database to another, of whichever versions the two PostgreSQL are. Both schemas are at this
/// program's version, and no node works on either. The target has all of it or, if it fails, nothing.
/// </summary>
public static class DatabaseMove
{
    /// <returns>How many tables were moved.</returns>
    /// <exception cref="StorageException">The target is in use, or a server said no.</exception>
    public static async Task<int> RunAsync(Database source, Database target, CancellationToken token)
    {
        try
        {
            return await MoveAsync(source, target, token);
        }
        catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException)
        {
            throw new StorageException(
                $"The move to {target.Description} failed: {problem.Message.TrimEnd('.')}.",
                "Maybe its disk is full or the connection broke; what was written there is undone.",
                problem);
        }
    }

    private static async Task<int> MoveAsync(Database source, Database target, CancellationToken token)
    {
        await using var from = await source.ConnectAsync(token);
        await using var to = await target.ConnectAsync(token);

        // One picture of the source, also if somebody should write there.
        await using var reading = await from.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await using var writing = await to.BeginTransactionAsync(token);
        var (old, fresh) = (new MoveStore(from), new MoveStore(to));
        await old.UnhurryAsync(token);
        await fresh.UnhurryAsync(token);
        if (await fresh.IsInUseAsync(token))
        {
            throw new StorageException(
                $"{target.Description} has data of Muster already.",
                "Maybe make a new database, or drop the schemas muster and directory there.");
        }

        await fresh.EmptyAsync(token);
        var tables = await CopyAsync(old, fresh, token);
        await writing.CommitAsync(token);
        return tables;
    }

    private static async Task<int> CopyAsync(MoveStore old, MoveStore fresh, CancellationToken token)
    {
        foreach (var partition in await old.ListPartitionsAsync(token))
        {
            await fresh.ExecuteAsync(partition, token);
        }

        var tables = await old.ListTablesAsync(token);
        foreach (var table in tables)
        {
            await old.WriteToAsync(fresh, table, token);
        }

        foreach (var sequence in await old.ListSequencesAsync(token))
        {
            await fresh.ExecuteAsync(sequence, token);
        }

        return tables.Count;
    }
}
