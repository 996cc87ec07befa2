using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Muster.Server.Options;

namespace Muster.Server.Web;

/// <summary>
/// The built web client beside the program. Assets carry a hash in their name and are kept by browsers for ever; pages
/// are
/// always asked for, carry a fresh nonce, and a policy that lets nothing in from elsewhere.
/// </summary>
public sealed class WebClient
{
    private const string NonceMark = "__CSP_NONCE__";
    private const string OriginsMark = "__ORIGINS__";

    private static readonly FileExtensionContentTypeProvider Types = new();

    // Where else a page may ask, when the server that it came from does not answer any more.
    private readonly string _origins;
    private readonly string _connect;

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "web");
    private readonly FrozenDictionary<string, WebFile> _files;
    private readonly FrozenDictionary<string, string> _pages;

    public WebClient(ServerOptions server)
    {
        _origins = string.Join(' ', server.OriginList);
        _connect = string.Concat(server.OriginList.Select(origin =>
            $" {origin} {string.Concat("ws", origin.AsSpan("http".Length))}"));
        var all = Directory.Exists(_folder)
            ? Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ToHashSet()
            : [];
        var plain = all.Where(path => Path.GetExtension(path) is not (".br" or ".gz" or ".map")).ToList();
        _files = plain.Where(path => Path.GetExtension(path) != ".html").ToFrozenDictionary(
            UrlOf, path => new WebFile(path, TypeOf(path), all.Contains(path + ".br"), all.Contains(path + ".gz")));
        _pages = plain.Where(path => Path.GetExtension(path) == ".html").ToFrozenDictionary(
            path => UrlOf(path)[..^"index.html".Length], File.ReadAllText);
    }

    /// <summary>Whether the client was built; without it the API works all the same.</summary>
    public bool IsBuilt => _pages.ContainsKey("/");

    public Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (_files.TryGetValue(path, out var file))
        {
            return file.SendAsync(http, isForever: path.StartsWith("/assets/", StringComparison.Ordinal));
        }

        // Everything else is a page of the client, which knows its own addresses; but a missing file is missing.
        var page = _pages.GetValueOrDefault(path.EndsWith('/') ? path : path + "/") ?? _pages.GetValueOrDefault("/");
        if (page is null || Path.HasExtension(path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return SendPageAsync(http, page);
    }

    private Task SendPageAsync(HttpContext http, string page)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
            + $"font-src 'self'; connect-src 'self'{_connect}; manifest-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes(page.Replace(NonceMark, nonce, StringComparison.Ordinal)
                .Replace(OriginsMark, _origins, StringComparison.Ordinal)),
            http.RequestAborted).AsTask();
    }

    private string UrlOf(string path) => "/" + Path.GetRelativePath(_folder, path).Replace('\\', '/');

    private static string TypeOf(string path) =>
        Types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
}
