using System.Threading.RateLimiting;
using Muster.Server.Api.Access;
using Muster.Server.Options;

namespace Muster.Server.Api.Limits;

/// <summary>
/// Token buckets: one per access token or session, one per network address for callers who are not signed in, and a
/// narrower one per address for signing in.
/// </summary>
public sealed class RateLimits : IAsyncDisposable
{
    private readonly LimitOptions _options;
    private readonly PartitionedRateLimiter<HttpContext> _requests;
    private readonly PartitionedRateLimiter<HttpContext> _signIns;

    public RateLimits(LimitOptions options)
    {
        _options = options;
        _requests = PartitionedRateLimiter.Create<HttpContext, object>(http =>
            RateLimitPartition.GetTokenBucketLimiter<object>(
                http.FindCaller() is { } caller ? caller.CredentialId : http.Address() ?? "",
                _ => Bucket(options.RequestsPerMinute, options.Burst)));
        _signIns = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(
            http.Address() ?? "", _ => Bucket(options.SignInsPerMinute, options.SignInsPerMinute)));
    }

    /// <summary>Takes one request from the caller's bucket; the lease says whether there was one.</summary>
    public RateLimitState Take(HttpContext http)
    {
        var (limiter, perMinute) = http.GetEndpoint()?.Metadata.GetMetadata<SignInLimit>() is null
            ? (_requests, _options.RequestsPerMinute)
            : (_signIns, _options.SignInsPerMinute);
        using var lease = limiter.AttemptAcquire(http);
        var remaining = limiter.GetStatistics(http)?.CurrentAvailablePermits ?? 0;
        var retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
        return new RateLimitState(lease.IsAcquired, perMinute, remaining, retryAfter);
    }

    public async ValueTask DisposeAsync()
    {
        await _requests.DisposeAsync();
        await _signIns.DisposeAsync();
    }

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
