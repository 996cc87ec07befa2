namespace Muster.Server.Api.Writes;

/// <summary>An answer as it goes over the wire, and as it is kept for a repeated request.</summary>
public sealed record WireAnswer(int Status, byte[] Body, string? Location, string? ETag)
{
    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (Location is not null)
        {
            http.Response.Headers.Location = Location;
        }

        if (ETag is not null)
        {
            http.Response.Headers.ETag = ETag;
        }

        if (Body.Length > 0)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = Body.Length;
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }
}
