using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>The lines of a snapshot, one at a time, whatever its size. Used by one task.</summary>
internal sealed class DirectoryLines : IAsyncDisposable
{
    private const int LongestLine = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _answer;
    private readonly PipeReader _reader;
    private readonly TimeProvider _time;
    private SequencePosition? _read;

    private DirectoryLines(HttpResponseMessage answer, Stream stream, TimeProvider time)
    {
        (_answer, _time) = (answer, time);
        _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
    }

    public static async Task<DirectoryLines> OpenAsync(
        HttpResponseMessage answer, TimeProvider time, CancellationToken token)
    {
        var stream = await answer.Content.ReadAsStreamAsync(token);
        var isPacked = answer.Content.Headers.ContentEncoding.Contains("gzip");
        return new DirectoryLines(answer, isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream, time);
    }

    /// <summary>The next line, good until the one after it is asked for; null at the end.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="TimeoutException">Nothing came for a while.</exception>
    public async ValueTask<ReadOnlySequence<byte>?> NextAsync(CancellationToken token)
    {
        if (_read is { } read)
        {
            _reader.AdvanceTo(read);
            _read = null;
        }

        while (true)
        {
            var part = await _reader.ReadAsync(token).AsTask().WaitAsync(Patience, _time, token);
            if (part.Buffer.PositionOf((byte)'\n') is { } end)
            {
                _read = part.Buffer.GetPosition(1, end);
                return part.Buffer.Slice(0, end);
            }

            if (part.IsCompleted)
            {
                return null; // A line without its end was cut off.
            }

            if (part.Buffer.Length > LongestLine)
            {
                throw new SourceBrokenException($"The snapshot has a line of more than {LongestLine} bytes.");
            }

            _reader.AdvanceTo(part.Buffer.Start, part.Buffer.End);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The connection first: else what is left of the answer would be waited for.
        _answer.Dispose();
        await _reader.CompleteAsync();
    }
}
