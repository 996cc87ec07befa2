using Muster.Domain.Identity;
using Muster.Server.Identity;

namespace Muster.Server.Api.Access;

/// <summary>What a request shows for itself, as it is stored: never the secret.</summary>
/// <param name="Hash">The secret's SHA-256 in hexadecimal: a text, because arrays are not compared by what they
/// hold.</param>
public readonly record struct CallerKey(ActorKind Kind, string Hash)
{
    /// <returns>Null when the secret cannot be one of ours, whatever the database holds.</returns>
    public static CallerKey? Of(ActorKind kind, string secret) =>
        Secrets.Hash(secret) is { } hash ? new CallerKey(kind, Convert.ToHexString(hash)) : null;

    /// <summary>The key that a request shows: a bearer token first, else the session cookie; null without any.</summary>
    public static CallerKey? Shown(HttpContext http)
    {
        const string Bearer = "Bearer ";
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Of(ActorKind.Client, authorization[Bearer.Length..].Trim());
        }

        return http.Request.Cookies.TryGetValue(SessionCookie.Name, out var key) && SessionCookie.IsSafe(http.Request)
            ? Of(ActorKind.User, key)
            : null;
    }
}
