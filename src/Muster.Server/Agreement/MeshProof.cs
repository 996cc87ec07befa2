namespace Muster.Server.Agreement;

/// <summary>What a side of a connection shows for itself.</summary>
internal sealed record MeshProof(string Node, byte[] Nonce, byte[] Code);
