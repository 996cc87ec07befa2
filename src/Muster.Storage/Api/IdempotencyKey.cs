namespace Muster.Storage.Api;

/// <summary>A caller's Idempotency-Key, as it is stored: by its SHA-256.</summary>
public sealed record IdempotencyKey(Guid Caller, byte[] Hash);
