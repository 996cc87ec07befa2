using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Muster.Domain.Sources;
using Muster.Server.Api.Directories;

namespace Muster.Server.Sources;

/// <summary>A Muster directory on another machine, over HTTP. Used by one task at a time.</summary>
public sealed class DirectorySource(HttpClient http, DirectoryConnection connection, TimeProvider time) : ISource
{
    private const int PageSize = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(55);

    private readonly DirectoryRequests _requests = new(http, connection, time);

    /// <summary>A client for it that does not give up by itself: waits are long, and so is a snapshot.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<SourceSnapshot> OpenSnapshotAsync(CancellationToken token)
    {
        var answer = await _requests.GetAsync("/snapshot", "give a snapshot", Patience, token);
        var lines = await DirectoryLines.OpenAsync(answer, time, token);
        try
        {
            if (await NextAsync(lines, 0, 0, token) is not { } first
                || first.ValueKind != JsonValueKind.Object
                || !first.TryGetProperty("position", out var position) || position.ValueKind != JsonValueKind.String
                || !first.TryGetProperty("count", out var count) || !count.TryGetInt64(out var promised))
            {
                throw new SourceBrokenException("The snapshot does not begin with its position and count.");
            }

            return new SourceSnapshot(position.GetString()!, ReadAsync(lines, promised, token));
        }
        catch
        {
            await lines.DisposeAsync();
            throw;
        }
    }

    public async Task<SourceChanges> ReadChangesAsync(string cursor, TimeSpan wait, CancellationToken token)
    {
        var patient = wait > LongestWait ? LongestWait : wait;
        var path = FormattableString.Invariant(
            $"/changes?after={Uri.EscapeDataString(cursor)}&wait_ms={(long)patient.TotalMilliseconds}&limit={PageSize}");
        using var answer = await _requests.GetAsync(path, "tell changes", patient + Patience, token);
        var page = await ReadAsync(answer, token);
        if (page.ValueKind != JsonValueKind.Object
            || !page.TryGetProperty("changes", out var changes) || changes.ValueKind != JsonValueKind.Array
            || !page.TryGetProperty("next", out var next) || next.ValueKind != JsonValueKind.String
            || !page.TryGetProperty("more", out var more) || more.ValueKind is not (
                JsonValueKind.True or JsonValueKind.False))
        {
            throw new SourceBrokenException("The directory's answer is no page of changes.");
        }

        return new SourceChanges(
            [.. changes.EnumerateArray().Select((row, at) =>
                SourceObjectJson.Read(row, $"change {at + 1} after {cursor}"))],
            next.GetString()!, more.GetBoolean());
    }

    public async Task<SourceObject?> FindAsync(ObjectKind kind, string externalId, CancellationToken token)
    {
        try
        {
            using var answer = await _requests.GetAsync(
                $"/{DirectoryPaths.Of(kind)}/{Uri.EscapeDataString(externalId)}", "tell an object", Patience, token);
            var row = SourceObjectJson.Read(await ReadAsync(answer, token), externalId);
            return row.Given ?? throw new SourceBrokenException(
                $"The directory's {SourceJson.Name(kind)} {externalId} cannot be read: {row.Rejected!.Reason}");
        }
        catch (DirectoryUnknownException)
        {
            return null;
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken token)
    {
        try
        {
            await using var lines = await answer.Content.ReadAsStreamAsync(token);
            await using var plain = answer.Content.Headers.ContentEncoding.Contains("gzip")
                ? new System.IO.Compression.GZipStream(lines, System.IO.Compression.CompressionMode.Decompress)
                : lines;
            return await JsonSerializer.DeserializeAsync<JsonElement>(plain, JsonSerializerOptions.Default, token);
        }
        catch (JsonException garbage)
        {
            throw new SourceBrokenException("The directory's answer is not JSON.", garbage);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            throw new SourceAwayException($"The directory's answer broke off: {gone.Message}", cause: gone);
        }
    }

    private static async IAsyncEnumerable<SourceRow> ReadAsync(
        DirectoryLines lines, long promised, [EnumeratorCancellation] CancellationToken token)
    {
        await using (lines)
        {
            var came = 0L;
            while (true)
            {
                var line = await NextAsync(lines, came, promised, token) ?? throw CutOff(came, promised, null);
                if (line.ValueKind == JsonValueKind.Object && line.TryGetProperty("end", out _))
                {
                    CheckEnd(line, came, promised);
                    yield break;
                }

                came++;
                yield return SourceObjectJson.Read(line, $"snapshot, line {came + 1}");
            }
        }
    }

    private static void CheckEnd(JsonElement end, long came, long promised)
    {
        if (!end.TryGetProperty("count", out var count) || !count.TryGetInt64(out var told)
            || told != came || promised != came)
        {
            throw new SourceBrokenException(
                $"The snapshot promised {promised} objects and ended after {came}: it is not whole.");
        }
    }

    private static async ValueTask<JsonElement?> NextAsync(
        DirectoryLines lines, long came, long promised, CancellationToken token)
    {
        try
        {
            return await lines.NextAsync(token) is { } line ? Parse(line) : null;
        }
        catch (JsonException garbage)
        {
            throw new SourceBrokenException($"Line {came + 2} of the snapshot is not JSON.", garbage);
        }
        catch (Exception gone)
            when (gone is HttpRequestException or IOException or InvalidDataException or TimeoutException)
        {
            throw CutOff(came, promised, gone);
        }
    }

    private static JsonElement Parse(ReadOnlySequence<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        return JsonElement.ParseValue(ref reader);
    }

    private static SourceBrokenException CutOff(long came, long promised, Exception? cause) => new(
        $"The snapshot was cut off: {came} of {promised} objects came."
            + (cause is null ? "" : $" {cause.Message}"), cause);
}
