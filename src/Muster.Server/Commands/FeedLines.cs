using System.Runtime.CompilerServices;
using System.Text;

namespace Muster.Server.Commands;

/// <summary>The lines of a file or of standard input, as batches to send.</summary>
internal sealed class FeedLines(FeedOrder order, TimeProvider time)
{
    private const int LinesAtOnce = 2_000;

    // A node takes so much in one transaction, so a batch goes in as a whole or not at all: after an interruption
    // nothing is missing before the last position that the node has.
    private const int BytesAtOnce = 192 * 1024;

    private const int LooksPerSign = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly StringBuilder _begun = new();
    private readonly char[] _letters = new char[16 * 1024];

    private Task<int>? _reading;
    private bool _isEnd;
    private int _next;
    private int _filled;
    private long _number;

    /// <summary>Lines that the node has, and that were passed over.</summary>
    public long Skipped { get; private set; }

    /// <summary>
    /// Whether the last batch was full, and more may be there: what is later than it is not told yet. An empty batch
    /// follows where nothing more is.
    /// </summary>
    public bool IsBehind { get; private set; }

    /// <summary>
    /// What the node does not have yet, in order. A line without a position gets its number. Of a file that is followed
    /// and does not grow, and of an input that is silent, an empty batch every 20 s, as a sign of life.
    /// </summary>
    /// <param name="last">The last position that the node has.</param>
    public async IAsyncEnumerable<IReadOnlyList<string>> ReadAsync(
        long last, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = Open();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _number = order.IsInput ? last : 0;
        var (batch, bytes, isNew, before) = (new List<string>(), 0, order.IsInput, 0L);
        var isOwed = false;
        for (var looks = 0; ; looks++)
        {
            IsBehind = false;
            if (await NextAsync(reader, token) is { } line)
            {
                IsBehind = true;
                var (text, position) = Numbered(line);

                // A line that tells no position is new when the one before it was the last that the node has.
                isNew |= position > last || (position is null && before >= last);
                before = position ?? before;
                Add(batch, text, isNew);
                looks = 0;
                bytes += isNew ? Encoding.UTF8.GetByteCount(text) + 1 : 0;
                if (batch.Count < LinesAtOnce && bytes < BytesAtOnce)
                {
                    continue;
                }
            }

            if (batch.Count > 0 || isOwed || looks >= LooksPerSign)
            {
                isOwed = IsBehind;
                yield return batch;
                (batch, bytes, looks) = ([], 0, 0);
            }
            else if (_isEnd && (order.IsInput || !order.Follow))
            {
                yield break;
            }
            else if (_isEnd)
            {
                await Task.Delay(Look, time, token);
                CheckGrown(stream);
            }
        }
    }

    private void Add(List<string> batch, string text, bool isNew)
    {
        if (isNew)
        {
            batch.Add(text);
        }
        else
        {
            Skipped++;
        }
    }

    private (string Text, long? Position) Numbered(string line)
    {
        _number++;
        if (FeedPosition.Of(line) is { } told)
        {
            return (line, told);
        }

        var text = FeedPosition.With(line, _number);
        return (text, ReferenceEquals(text, line) ? null : _number);
    }

    /// <returns>Null at the end, for now; of a file that is followed, a line without its end waits.</returns>
    private async Task<string?> NextAsync(StreamReader reader, CancellationToken token)
    {
        while (true)
        {
            if (_next == _filled)
            {
                _reading ??= reader.ReadAsync(_letters, token).AsTask();
                if (order.IsInput && await IsSilentAsync(_reading, token))
                {
                    return null;
                }

                (_next, _filled, _reading) = (0, await _reading, null);
                _isEnd = _filled == 0;
            }

            var left = _letters.AsMemory(_next, _filled - _next);
            var end = left.Span.IndexOf('\n');
            _begun.Append(end < 0 ? left : left[..end]);
            _next = end < 0 ? _filled : _next + end + 1;
            if (end < 0 && _filled > 0)
            {
                continue;
            }

            if (end < 0 && (_begun.Length == 0 || (order.Follow && !order.IsInput)))
            {
                return null;
            }

            var line = _begun.ToString().TrimEnd('\r', ' ', '\t');
            _begun.Clear();
            if (line.Length > 0)
            {
                return line;
            }

            _number++;
        }
    }

    // Who writes may be silent for long: what is gathered goes out meanwhile.
    private async Task<bool> IsSilentAsync(Task reading, CancellationToken token) =>
        !reading.IsCompleted && await Task.WhenAny(reading, Task.Delay(Look, time, token)) != reading;

    // Written anew in place, or another file by the same name, as whoever rotates logs does it.
    private void CheckGrown(Stream stream)
    {
        if (stream.CanSeek && (stream.Length < stream.Position || new FileInfo(order.File) is not { Exists: true } now
            || now.Length < stream.Position))
        {
            throw new StartRefusedException(
                "The file has become shorter, or is gone: it was begun anew.",
                "Maybe start a new run of the source (docs/events.md), and feed it again.");
        }
    }

    private Stream Open()
    {
        try
        {
            return order.IsInput
                ? Console.OpenStandardInput()
                : new FileStream(order.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{order.File} cannot be read: {problem.Message}", "Maybe the path is misspelt.", problem);
        }
    }
}
