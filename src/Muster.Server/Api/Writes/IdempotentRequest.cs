namespace Muster.Server.Api.Writes;

/// <summary>The Idempotency-Key of a request, and the SHA-256 of its method, path, query and body.</summary>
public sealed record IdempotentRequest(string Key, byte[] RequestHash);
