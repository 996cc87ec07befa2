using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Muster.Server.Sources;

/// <summary>
/// Which external ids of a kind have stood where: only their hashes, so that it is small beside the files. For one
/// reading, used once.
/// </summary>
internal sealed class SeenIds
{
    private readonly Dictionary<UInt128, (string File, int Line)> _first = [];

    /// <summary>Notes an id.</summary>
    /// <returns>Where it stood before; null when it did not.</returns>
    public (string File, int Line)? Note(string externalId, string file, int line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(externalId), hash);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        return _first.TryAdd(key, (file, line)) ? null : _first[key];
    }
}
