using System.Threading.RateLimiting;
using Muster.Server.Api.Access;
using Muster.Server.Options;

namespace Muster.Server.Api.Limits;

/// <summary>
/// Token buckets: one per access token or session, one per network address for callers who are not signed in, and a
/// narrower one per address for signing in. Keys and tokens that nobody knows have one more per address, as wide as
/// that of callers who are not signed in.
/// </summary>
public sealed class RateLimits : IAsyncDisposable
{
    private readonly LimitOptions _options;
    private readonly PartitionedRateLimiter<HttpContext> _requests;
    private readonly PartitionedRateLimiter<HttpContext> _signIns;
    private readonly PartitionedRateLimiter<HttpContext> _guesses;

    public RateLimits(LimitOptions options)
    {
        _options = options;
        _requests = PartitionedRateLimiter.Create<HttpContext, object>(http =>
            RateLimitPartition.GetTokenBucketLimiter<object>(
                http.FindCaller() is { } caller ? caller.CredentialId : http.Address() ?? "",
                _ => Bucket(options.RequestsPerMinute, options.Burst)));
        _signIns = PerAddress(options.SignInsPerMinute, options.SignInsPerMinute);
        _guesses = PerAddress(options.RequestsPerMinute, options.Burst);
    }

    /// <summary>Takes one request from the caller's bucket; the lease says whether there was one.</summary>
    public RateLimitState Take(HttpContext http)
    {
        var (limiter, perMinute) = http.GetEndpoint()?.Metadata.GetMetadata<SignInLimit>() is null
            ? (_requests, _options.RequestsPerMinute)
            : (_signIns, _options.SignInsPerMinute);
        return Take(limiter, http, 1, perMinute);
    }

    /// <summary>
    /// Whether the address may show one more key or token that has to be looked up; takes nothing, for it may be known.
    /// </summary>
    public RateLimitState LookAtGuesses(HttpContext http)
    {
        // Counted, not taken: to take none of them, a part of a permit is enough, and that is there at once.
        var remaining = _guesses.GetStatistics(http)?.CurrentAvailablePermits ?? 1;
        var perMinute = _options.RequestsPerMinute;
        return new RateLimitState(remaining > 0, perMinute, remaining, TimeSpan.FromMinutes(1.0 / perMinute));
    }

    /// <summary>Nobody knew what the address has shown.</summary>
    public void CountGuess(HttpContext http) => Take(_guesses, http, 1, _options.RequestsPerMinute);

    public async ValueTask DisposeAsync()
    {
        await _requests.DisposeAsync();
        await _signIns.DisposeAsync();
        await _guesses.DisposeAsync();
    }

    private static RateLimitState Take(
        PartitionedRateLimiter<HttpContext> limiter, HttpContext http, int permits, int perMinute)
    {
        using var lease = limiter.AttemptAcquire(http, permits);
        var remaining = limiter.GetStatistics(http)?.CurrentAvailablePermits ?? 0;
        var retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
        return new RateLimitState(lease.IsAcquired, perMinute, remaining, retryAfter);
    }

    private static PartitionedRateLimiter<HttpContext> PerAddress(int perMinute, int burst) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(
            http.Address() ?? "", _ => Bucket(perMinute, burst)));

    private static TokenBucketRateLimiterOptions Bucket(int perMinute, int burst)
    {
        // At least one token a period; the period shrinks with the rate, down to a tenth of a second.
        var period = TimeSpan.FromMinutes(Math.Max(1.0 / perMinute, 1.0 / 600));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, (int)Math.Round(perMinute * period.TotalMinutes)),
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        };
    }
}
