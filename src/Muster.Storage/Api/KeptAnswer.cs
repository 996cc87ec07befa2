namespace Muster.Storage.Api;

/// <summary>An answer given before, sealed, and the hash of the request it answered.</summary>
public sealed record KeptAnswer(byte[] RequestHash, byte[] Sealed);
