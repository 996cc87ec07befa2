namespace Muster.Server.Api;

/// <summary>
/// Headers that keep a browser from doing more than it should. Pages replace the policy by their own.
/// </summary>
public sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (http.Request.Path.StartsWithSegments(ApiRoot.Path))
        {
            headers.CacheControl = "no-cache";
        }

        return next(http);
    }
}
