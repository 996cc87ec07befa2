namespace Muster.Server.Api.Access;

/// <summary>Finds out whom a request speaks for.</summary>
public sealed class CallerMiddleware(RequestDelegate next, CallerCache callers)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var caller = await callers.FindAsync(http);
        if (caller is not null)
        {
            http.Features.Set(caller);
        }

        await next(http);
    }
}
