using Muster.Server.Api.Limits;

namespace Muster.Server.Api.Access;

/// <summary>
/// Finds out whom a request speaks for. An address that has shown too many unknown keys is refused before the database
/// is asked for another.
/// </summary>
public sealed class CallerMiddleware(RequestDelegate next, CallerCache callers, RateLimits limits)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (CallerKey.Shown(http) is { } key)
        {
            if (limits.LookAtGuesses(http) is { Allowed: false } exceeded && !callers.Remembers(key))
            {
                await RateLimitMiddleware.RefuseAsync(http, exceeded);
                return;
            }

            if (await callers.FindAsync(key, http.RequestAborted) is { } caller)
            {
                http.Features.Set(caller);
            }
            else
            {
                limits.CountGuess(http);
            }
        }

        await next(http);
    }
}
