using Muster.Domain.Identity;
using Muster.Server.Api.Limits;

namespace Muster.Server.Api.Access;

/// <summary>
/// Finds out whom a request speaks for: a bearer token first, else the session cookie. An address that has shown too
/// many unknown ones is refused before the database is asked for another.
/// </summary>
public sealed class CallerMiddleware(RequestDelegate next, CallerCache callers, RateLimits limits)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http)
    {
        if (Shown(http) is { } key)
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

    private static CallerKey? Shown(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return CallerKey.Of(ActorKind.Client, authorization[Bearer.Length..].Trim());
        }

        return http.Request.Cookies.TryGetValue(SessionCookie.Name, out var key) && SessionCookie.IsSafe(http.Request)
            ? CallerKey.Of(ActorKind.User, key)
            : null;
    }
}
