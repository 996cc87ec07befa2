using System.Security.Cryptography;
using System.Text;
using Muster.Storage.Api;

namespace Muster.Server.Api.Writes;

/// <summary>The Idempotency-Key of a request, and the SHA-256 of its method, path, query and body.</summary>
public sealed record IdempotentRequest(string Key, byte[] RequestHash)
{
    /// <summary>The key of a caller as it is stored.</summary>
    public static IdempotencyKey Stored(Guid caller, string key) =>
        new(caller, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
