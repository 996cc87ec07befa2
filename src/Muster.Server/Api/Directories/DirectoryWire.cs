using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Muster.Domain.Sources;
using Muster.Server.Directories;
using Muster.Storage.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>Changes and snapshots on the wire. Contents are JSON already, and are handed on unread.</summary>
internal static class DirectoryWire
{
    public const string Lines = "application/x-ndjson; charset=utf-8";

    private const int FlushBytes = 64 * 1024;

    /// <summary>A page of changes.</summary>
    public static ReadOnlyMemory<byte> Page(DirectoryChanges page)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + page.Written.Sum(written => written.Length + 16));
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("changes");
        foreach (var written in page.Written)
        {
            writer.WriteRawValue(written, skipInputValidation: true);
        }

        writer.WriteEndArray();
        writer.WriteString("next", DirectoryCursor.Text(page.Next));
        writer.WriteBoolean("more", page.HasMore);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>
    /// A snapshot, a line for each object: first <c>{"position", "count"}</c>, and last <c>{"end", "count"}</c>,
    /// without which it was cut off.
    /// </summary>
    public static async Task WriteAsync(DirectorySnapshot snapshot, HttpContext http)
    {
        http.Response.ContentType = Lines;
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!AcceptsGzip(http.Request))
        {
            await WriteAsync(snapshot, http.Response.Body, http.RequestAborted);
            return;
        }

        http.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WriteAsync(snapshot, packed, http.RequestAborted);
    }

    private static async Task WriteAsync(DirectorySnapshot snapshot, Stream to, CancellationToken token)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * FlushBytes);
        await using var writer = new Utf8JsonWriter(buffer);
        Line(buffer, writer, () =>
        {
            writer.WriteStartObject();
            writer.WriteString("position", DirectoryCursor.Text(snapshot.Position));
            writer.WriteNumber("count", snapshot.Count);
            writer.WriteEndObject();
        });
        var count = 0L;
        await foreach (var entry in snapshot.ReadAsync(token))
        {
            Line(buffer, writer, () => SourceObjectJson.Write(writer, entry.Head, entry.Content));
            count++;
            if (buffer.WrittenCount >= FlushBytes)
            {
                await to.WriteAsync(buffer.WrittenMemory, token);
                buffer.ResetWrittenCount();
            }
        }

        Line(buffer, writer, () =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("end", true);
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        });
        await to.WriteAsync(buffer.WrittenMemory, token);
    }

    private static void Line(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer, Action write)
    {
        write();
        writer.Flush();
        writer.Reset(buffer);
        buffer.Write("\n"u8);
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(one =>
            one.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);
}
