using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Muster.Server.Api.Writes;

/// <summary>
/// Keeps answers unreadable to whoever reads the database: they may hold a secret that is shown once. AES-256-GCM under
/// a
/// key derived (HKDF, RFC 5869) from the Idempotency-Key, which only the caller knows.
/// </summary>
public static class AnswerSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(WireAnswer answer, string key, Guid caller)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(answer);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Derive(key, caller), TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return box;
    }

    public static WireAnswer Open(byte[] box, string key, Guid caller)
    {
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Derive(key, caller), TagBytes);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
        return JsonSerializer.Deserialize<WireAnswer>(plain)!;
    }

    private static byte[] Derive(string key, Guid caller) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), 32, caller.ToByteArray(),
        "muster idempotent answer"u8.ToArray());
}
