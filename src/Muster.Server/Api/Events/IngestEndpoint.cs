using System.IO.Compression;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Events;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>Takes lines in, as they come, and answers when all are committed.</summary>
public sealed class IngestEndpoint(EventSources sources, IngestQueue queue, TimeProvider time)
{
    /// <summary>As it comes over the wire.</summary>
    public const int LargestBody = 256 * 1024 * 1024;

    // A gzip of a few megabytes may hold so much.
    private const long LargestText = 1024L * 1024 * 1024;

    public async Task<IResult> TakeAsync(HttpContext http, EventsQuery query, DateTimeOffset? toldUntil)
    {
        var encoding = http.Request.Headers.ContentEncoding.ToString();
        if (encoding is not ("" or "identity" or "gzip"))
        {
            return Problems.Of(new Refusal.Invalid(
                "Content-Encoding", $"cannot be {encoding}.\nMaybe send it with gzip, or as it is."), http);
        }

        var source = await sources.OpenAsync(http.WriteContext(time), query.Source, query.Tenant, http.RequestAborted);
        if (source.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        try
        {
            await using var body = encoding == "gzip"
                ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
                : http.Request.Body;
            return await TakeAsync(http, (source.Value, toldUntil), body);
        }
        catch (InvalidDataException)
        {
            return Problems.Of(new Refusal.Invalid("body", "is no gzip, although Content-Encoding says so."), http);
        }
        catch (IOException gone) when (http.RequestAborted.IsCancellationRequested)
        {
            throw new OperationCanceledException("The caller went away.", gone);
        }
    }

    private async Task<IResult> TakeAsync(
        HttpContext http, (EventSource Source, DateTimeOffset? ToldUntil) asked, Stream body)
    {
        var source = asked.Source;
        var sign = new LineOrigin(source.Number, asked.ToldUntil);
        var (taken, bytes, isSaid) = (new TakenLines(source.Run, source.LastPosition), 0L, false);
        var blocks = new LineBlocks(body);
        await foreach (var block in blocks.ReadAsync(http.RequestAborted))
        {
            bytes += block.Bytes;
            if (bytes > LargestText)
            {
                block.Dispose();
                return Problems.Result(http, ProblemKind.TooLarge,
                    "The request holds more than 1 GB of lines; those before are taken in.\nMaybe split it.");
            }

            if (block.Lines.Count == 0)
            {
                block.Dispose();
                continue;
            }

            // Of several blocks none says how far the source has told: the rest is committed later, or never.
            isSaid = blocks.IsEnd && !taken.HasBegun;
            var origin = isSaid ? sign : sign with { ToldUntil = LineOrigin.NoSign };
            if (!await TryAddAsync(taken, origin, block, http.RequestAborted))
            {
                return Full(http);
            }
        }

        // Nothing at all is a sign of life, too.
        await taken.EndAsync(http.RequestAborted);
        if (!isSaid && !await TryAddAsync(taken, sign, LineBlock.Of([]), http.RequestAborted))
        {
            return Full(http);
        }

        await taken.EndAsync(http.RequestAborted);
        return TypedResults.Ok(IngestedView.Of(source, taken));
    }

    // Refused only at the start: who has begun is held back by the network instead, and sends nothing twice.
    private async Task<bool> TryAddAsync(
        TakenLines taken, LineOrigin origin, LineBlock block, CancellationToken token)
    {
        var done = taken.HasBegun
            ? await queue.WriteAsync(origin, block, token)
            : queue.TryWrite(origin, block);
        if (done is null)
        {
            block.Dispose();
            return false;
        }

        await taken.AddAsync(block, done, token);
        return true;
    }

    private static IResult Full(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Problems.Result(http, ProblemKind.TooMany,
            "This node holds as many lines as Events:Queue allows; nothing of the request was taken.\n"
            + "Maybe send it again in a second.");
    }
}
