using System.Globalization;
using Muster.Server.Api.Schedules;

namespace Muster.Server.Api.Limits;

/// <summary>
/// Says on every answer of the API how much is left, and refuses what is too much with a time to come back.
/// </summary>
public sealed class RateLimitMiddleware(RequestDelegate next, RateLimits limits)
{
    private static readonly string[] Limited = [ApiRoot.Path, "/oauth", CalendarApi.Path];

    public Task InvokeAsync(HttpContext http)
    {
        if (!Limited.Any(path => http.Request.Path.StartsWithSegments(path)))
        {
            return next(http);
        }

        var state = limits.Take(http);
        Tell(http, state);
        return state.Allowed ? next(http) : RefuseAsync(http, state);
    }

    public static Task RefuseAsync(HttpContext http, RateLimitState state)
    {
        Tell(http, state);
        var seconds = Math.Max(1, (int)Math.Ceiling(state.RetryAfter.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(http, ProblemKind.TooMany,
            $"More than {state.PerMinute} requests a minute came from this caller.\n"
            + $"Maybe wait {seconds} s, or use the bulk forms.");
    }

    private static void Tell(HttpContext http, RateLimitState state)
    {
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = state.PerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
    }
}
