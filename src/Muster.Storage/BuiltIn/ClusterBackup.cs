using System.Text;
using Npgsql;

namespace Muster.Storage.BuiltIn;

/// <summary>
/// Copies the cluster of a running built-in PostgreSQL into a data directory of its own, from which a node can be
/// started. It works through files and SQL alone, so it needs no client of the server's version.
/// </summary>
public static class ClusterBackup
{
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="StorageException">Nothing runs there, or there is no place for it; nothing is left.</exception>
    public static async Task<long> RunAsync(string dataDirectory, string target, CancellationToken token)
    {
        if (BuiltInPostgres.Look(dataDirectory) is not PostgresLook.Running running)
        {
            throw new StorageException(
                $"No PostgreSQL is ready in {dataDirectory}.",
                "Maybe name another --data; of a Muster that is stopped, copy the folder postgres as it is.");
        }

        var from = new DataDirectory(Posix.RealPath(dataDirectory));
        var to = Prepare(from, target);
        try
        {
            Posix.MakePrivateDirectory(to.Staging);
            var bytes = await CopyAsync(from, to, running.ConnectionString, token);
            Directory.Move(to.Staging, to.Cluster);
            Posix.FlushDirectory(to.Path);
            return bytes;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            throw new StorageException(
                $"The backup into {to.Path} failed: {problem.Message.TrimEnd('.')}.",
                "Maybe there is too little space, or the server was stopped; nothing of it is kept.",
                problem);
        }
        finally
        {
            ClusterCreation.ClearHalfMade(to);
        }
    }

    private static DataDirectory Prepare(DataDirectory from, string target)
    {
        MustBeOutside(from, Path.GetFullPath(target));
        var to = DataDirectory.Create(target);
        MustBeOutside(from, to.Path);
        return Directory.EnumerateFileSystemEntries(to.Path).Any()
            ? throw new StorageException(
                $"{to.Path} is not empty.", "Maybe name a folder for each backup, with the day in its name.")
            : to;
    }

    private static void MustBeOutside(DataDirectory from, string target)
    {
        if ($"{target}/".StartsWith($"{from.Cluster}/", StringComparison.Ordinal))
        {
            throw new StorageException($"{target} is inside of what is to be copied.", "Maybe name another folder.");
        }
    }

    private static async Task<long> CopyAsync(
        DataDirectory from, DataDirectory to, string connectionString, CancellationToken token)
    {
        var owner = await ClusterUser.ChooseAsync(from, null, token);
        owner.Own(to.Staging);
        var text = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync(token);
        var store = new BackupStore(connection);
        if (await store.FindTablespaceAsync(token) is { } tablespace)
        {
            throw new IOException($"the tablespace {tablespace} lies outside of the cluster");
        }

        var copy = new ClusterCopy(from.Cluster, to.Staging, owner);
        var first = await store.BeginAsync(token);
        copy.CopyContent(token);
        var end = await store.EndAsync(token);
        copy.CopyLog(first, end.LastSegment, token);
        copy.Write(BackupEnd.LabelFile, Encoding.UTF8.GetBytes(end.Label));
        copy.Flush(token);
        return copy.Bytes;
    }
}
