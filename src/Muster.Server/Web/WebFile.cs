namespace Muster.Server.Web;

/// <summary>A file of the client, with the forms it was compressed into when it was built.</summary>
public sealed record WebFile(string Path, string ContentType, bool HasBrotli, bool HasGzip)
{
    /// <param name="isForever">Its name changes with its content, so that a browser need never ask again.</param>
    public Task SendAsync(HttpContext http, bool isForever)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (suffix, encoding) = HasBrotli && accepted.Contains("br", StringComparison.Ordinal) ? (".br", "br")
            : HasGzip && accepted.Contains("gzip", StringComparison.Ordinal) ? (".gz", "gzip")
            : ("", null);
        var headers = http.Response.Headers;
        headers.CacheControl = isForever ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return Results.File(Path + suffix, ContentType, lastModified: File.GetLastWriteTimeUtc(Path))
            .ExecuteAsync(http);
    }
}
