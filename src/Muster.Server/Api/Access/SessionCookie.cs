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
    /// whence a writing request or a WebSocket comes, it must come from here.
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
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0
                || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                    && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}
