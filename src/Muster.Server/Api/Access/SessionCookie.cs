using Muster.Server.Options;

namespace Muster.Server.Api.Access;

/// <summary>The cookie of a signed-in browser: a random key and nothing else.</summary>
public static class SessionCookie
{
    public const string Name = "muster_session";

    public static void Set(HttpContext http, string key, DateTimeOffset expiresAt) =>
        http.Response.Cookies.Append(Name, key, Options(http, expiresAt));

    public static void Clear(HttpContext http) =>
        http.Response.Cookies.Delete(Name, Options(http, null));

    /// <summary>
    /// Whether the cookie may speak for this request. SameSite=Strict keeps other sites out; where a browser says
    /// whence a writing request or a WebSocket comes, it must come from here, or from a page of another server of this
    /// cluster (<see cref="ServerOptions.Origins"/>).
    /// </summary>
    public static bool IsSafe(HttpRequest request)
    {
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (isRead && !request.HttpContext.WebSockets.IsWebSocketRequest)
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site is "" or "same-origin" or "none" && IsFromHere(origin, request)) || IsOfCluster(origin, request);
    }

    private static bool IsFromHere(string origin, HttpRequest request) => origin.Length == 0
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfCluster(string origin, HttpRequest request) => origin.Length > 0
        && ServerOf(request.HttpContext).OriginList.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private static ServerOptions ServerOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<ServerOptions>();

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        Domain = ServerOf(http).CookieDomain is { Length: > 0 } domain ? domain : null,
        Expires = expires,
        IsEssential = true,
    };
}
