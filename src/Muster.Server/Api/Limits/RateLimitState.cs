namespace Muster.Server.Api.Limits;

/// <summary>Where a caller stands.</summary>
public readonly record struct RateLimitState(bool Allowed, int PerMinute, long Remaining, TimeSpan RetryAfter);
