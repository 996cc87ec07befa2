using System.Buffers.Text;
using System.Security.Cryptography;

namespace Muster.Server.Identity;

/// <summary>Random secrets of 256 bits, as text for cookies and headers. Only their SHA-256 is ever stored.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    public static (string Text, byte[] Hash) New()
    {
        var secret = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(secret), SHA256.HashData(secret));
    }

    /// <summary>What is stored for a secret; null when the text cannot be one of ours.</summary>
    public static byte[]? Hash(string text)
    {
        Span<byte> secret = stackalloc byte[Bytes];
        return text.Length == Base64Url.GetEncodedLength(Bytes)
            && Base64Url.TryDecodeFromChars(text, secret, out var written) && written == Bytes
            ? SHA256.HashData(secret)
            : null;
    }
}
