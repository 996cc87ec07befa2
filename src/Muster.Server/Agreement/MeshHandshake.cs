using System.Security.Cryptography;
using System.Text;
using Muster.Cluster;

namespace Muster.Server.Agreement;

/// <summary>
/// Both ends of a connection prove that they know the cluster's key, without showing it: each answers the other's
/// random number with a code that only the key makes. Nothing that is overheard can be used again.
/// </summary>
internal sealed class MeshHandshake(byte[] key, NodeId self)
{
    private const int NonceBytes = 24;

    public static byte[] NewNonce() => RandomNumberGenerator.GetBytes(NonceBytes);

    public static bool IsNonce(byte[] number) => number.Length == NonceBytes;

    public MeshProof Prove(MeshSide side, byte[] theirs, byte[] ours) =>
        new(self.Name, ours, Code(side, self.Name, theirs, ours));

    /// <summary>Whether the proof of the other side answers our number.</summary>
    public bool Accepts(MeshSide side, MeshProof proof, byte[] ours) =>
        IsNonce(proof.Nonce)
        && CryptographicOperations.FixedTimeEquals(proof.Code, Code(side, proof.Node, ours, proof.Nonce));

    private byte[] Code(MeshSide side, string node, byte[] challenge, byte[] nonce)
    {
        byte[] said = [(byte)side, .. challenge, .. nonce, .. Encoding.UTF8.GetBytes(node)];
        return HMACSHA256.HashData(key, said);
    }
}
