using System.Security.Cryptography;
using System.Text;
using Muster.Server.Options;
using Muster.Storage.Members;

namespace Muster.Server.Agreement;

/// <summary>The key that only nodes of one cluster know.</summary>
internal static class MeshKey
{
    /// <returns>Null when Auth:Provider is none.</returns>
    public static async Task<byte[]?> FindAsync(AuthOptions options, ClusterKeyStore store, CancellationToken token) =>
        options.Provider.ToLowerInvariant() switch
        {
            "none" => null,
            "secret" => SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret)),
            _ => await store.ReadOrMakeAsync(token),
        };
}
