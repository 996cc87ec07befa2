using Muster.Domain.Identity;

namespace Muster.Server.Api.Access;

/// <summary>Finds out whom a request speaks for: a bearer token first, else the session cookie.</summary>
public sealed class CallerMiddleware(RequestDelegate next, CallerCache callers)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http)
    {
        var caller = await FindAsync(http);
        if (caller is not null)
        {
            http.Features.Set(caller);
        }

        await next(http);
    }

    private ValueTask<Caller?> FindAsync(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return callers.FindAsync(ActorKind.Client, authorization[Bearer.Length..].Trim(), http.RequestAborted);
        }

        return http.Request.Cookies.TryGetValue(SessionCookie.Name, out var key) && SessionCookie.IsSafe(http.Request)
            ? callers.FindAsync(ActorKind.User, key, http.RequestAborted)
            : ValueTask.FromResult<Caller?>(null);
    }
}
