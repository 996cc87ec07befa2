using System.Security.Cryptography;
using System.Text;
using Muster.Server.Options;
using Muster.Storage.Members;

namespace Muster.Server.Agreement;

/// <summary>The key that only nodes of one cluster know.</summary>
internal static class MeshKey
{
    /// <summary>
    /// A secret never stands alone: two clusters that were given the same one have different databases, and versions
    /// of the one mean nothing to the other.
    /// </summary>
    /// <returns>Null when Auth:Provider is none.</returns>
    public static async Task<byte[]?> FindAsync(AuthOptions options, ClusterKeyStore store, CancellationToken token) =>
        options.Provider.ToLowerInvariant() switch
        {
            "none" => null,
            "secret" => HMACSHA256.HashData(
                await store.ReadOrMakeAsync(token), Encoding.UTF8.GetBytes(options.Secret)),
            _ => await store.ReadOrMakeAsync(token),
        };
}
