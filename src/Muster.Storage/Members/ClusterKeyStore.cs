using System.Security.Cryptography;

namespace Muster.Storage.Members;

/// <summary>The key with which nodes prove to each other that they belong to this database.</summary>
public sealed class ClusterKeyStore(Database database)
{
    private const int Length = 32;

    private const string Select = "SELECT key FROM cluster_key";

    // Of several nodes that make one at once, the first wins, and all read that one.
    private const string Insert = "INSERT INTO cluster_key (key) VALUES ($1) ON CONFLICT DO NOTHING";

    /// <summary>32 random bytes, made by the first who asks.</summary>
    public Task<byte[]> ReadOrMakeAsync(CancellationToken token) => StoreAway.GuardAsync(
        "read the cluster's key",
        async stop =>
        {
            if (await ReadAsync(stop) is { } key)
            {
                return key;
            }

            await database.Command(Insert, RandomNumberGenerator.GetBytes(Length)).ExecuteAsync(stop);
            return (await ReadAsync(stop))!;
        },
        token);

    private Task<byte[]?> ReadAsync(CancellationToken token) =>
        database.Command(Select).FirstAsync(row => row.GetFieldValue<byte[]>(0), token);
}
