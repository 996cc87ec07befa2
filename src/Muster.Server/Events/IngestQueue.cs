using System.Threading.Channels;
using Muster.Cluster;
using Muster.Server.Options;
using Muster.Storage;

namespace Muster.Server.Events;

/// <summary>
/// Gathers what requests and sockets bring into transactions: while one is written, the next fills. Safe for many
/// threads.
/// </summary>
public sealed class IngestQueue(IngestWriter writer, EventPulse pulse, EventsOptions options) : BackgroundService
{
    private const int LinesAtOnce = 20_000;
    private const long Megabyte = 1024 * 1024;

    private readonly Channel<IngestChunk> _waiting = Channel.CreateUnbounded<IngestChunk>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly IngestRoom _room = new(options.Queue * Megabyte);

    /// <returns>Null when there is no room, and the block is still the caller's; else ends after the commit.</returns>
    public Task<ChunkCounts>? TryWrite(LineOrigin origin, LineBlock block) =>
        _room.TryTake(block.Bytes) ? WriteAsync(origin, block) : null;

    /// <summary>Waits for room.</summary>
    /// <returns>When there is room: a task that ends after the commit.</returns>
    public async Task<Task<ChunkCounts>> WriteAsync(LineOrigin origin, LineBlock block, CancellationToken token)
    {
        await _room.TakeAsync(block.Bytes, token);
        return WriteAsync(origin, block);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                var gathered = new List<IngestChunk>();
                for (var lines = 0; lines < LinesAtOnce && _waiting.Reader.TryRead(out var next);)
                {
                    gathered.Add(next);
                    lines += next.Lines.Count;
                }

                await WriteAsync(gathered, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What still waits is told below.
        }

        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var left))
        {
            left.Fail(Stopping());
        }
    }

    private async Task<ChunkCounts> WriteAsync(LineOrigin origin, LineBlock block)
    {
        try
        {
            var chunk = new IngestChunk(origin, block.Lines);
            if (!_waiting.Writer.TryWrite(chunk))
            {
                throw Stopping();
            }

            return await chunk.Done;
        }
        finally
        {
            _room.Give(block.Bytes);
            block.Dispose();
        }
    }

    // What one request brings must not fail the others: together, and if that fails, one by one.
    private async Task WriteAsync(List<IngestChunk> chunks, CancellationToken token)
    {
        try
        {
            var (sources, last) = await writer.WriteAsync(chunks, token);
            foreach (var chunk in chunks)
            {
                Complete(chunk, sources);
            }

            if (last is { } place)
            {
                pulse.Beat(place);
            }
        }
        catch (Exception problem) when (chunks.Count == 1 || IsOfAll(problem)) // Edge: one request. It is told.
        {
            foreach (var chunk in chunks)
            {
                chunk.Fail(problem is OperationCanceledException ? Stopping() : problem);
            }

            if (StorageTrouble.IsPassing(problem))
            {
                await writer.FreeAsync(token);
            }
        }
        catch (Exception) // Edge: one transaction. Each request is tried by itself.
        {
            foreach (var chunk in chunks)
            {
                await WriteAsync([chunk], token);
            }
        }
    }

    private static bool IsOfAll(Exception problem) =>
        StorageTrouble.IsPassing(problem) || problem is OperationCanceledException;

    private static void Complete(
        IngestChunk chunk, IReadOnlyDictionary<int, (int Run, long Position)> sources)
    {
        if (!sources.TryGetValue(chunk.Origin.Source, out var source))
        {
            chunk.Fail(new InvalidOperationException($"There is no source {chunk.Origin.Source}."));
            return;
        }

        int Count(LineVerdict verdict) => chunk.Lines.Count(line => line.Verdict == verdict);
        chunk.Complete(new ChunkCounts(
            Count(LineVerdict.Accepted), Count(LineVerdict.Duplicate), Count(LineVerdict.Quarantined),
            Count(LineVerdict.Dropped), source.Run, source.Position));
    }

    private static StoreAwayException Stopping() => new("This node stops.");
}
