using Muster.Domain.Identity;
using Muster.Storage;

namespace Muster.Server.Api.Access;

/// <summary>The caller of a request.</summary>
public static class Callers
{
    public static Caller? FindCaller(this HttpContext http) => http.Features.Get<Caller>();

    /// <summary>The caller of an endpoint whose rule lets in nobody without one.</summary>
    public static Caller Caller(this HttpContext http) =>
        http.FindCaller() ?? throw new InvalidOperationException("An endpoint open to anyone has no caller.");

    public static string? Address(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <summary>Who writes, for the audit trail.</summary>
    public static WriteContext WriteContext(this HttpContext http, TimeProvider time)
    {
        var actor = http.FindCaller() is { } caller
            ? new Actor(caller.Kind, caller.Id, caller.Name, http.Address())
            : new Actor(ActorKind.System, null, "nobody signed in", http.Address());
        return new WriteContext(actor, time.GetUtcNow(), http.TraceIdentifier);
    }
}
