using System.Buffers;

namespace Muster.Server.Events;

/// <summary>Some lines, with the memory they lie in. Used by one task at a time, and disposed once.</summary>
public sealed class LineBlock : IDisposable
{
    private const byte NewLine = (byte)'\n';

    // What is made of a line, and of its fault: a file of line breaks and single letters is mostly this.
    private const int BytesPerLine = 512;

    private readonly byte[]? _rented;

    private LineBlock(byte[]? rented, IReadOnlyList<EventLine> lines, int bytes) =>
        (_rented, Lines, Bytes) = (rented, lines, bytes);

    public IReadOnlyList<EventLine> Lines { get; }

    /// <summary>How much of the queue it takes.</summary>
    public int Bytes { get; }

    /// <summary>Reads the lines of a buffer, and owns it from then on; empty lines count, and are no lines.</summary>
    /// <param name="before">How many lines came before in the request.</param>
    public static LineBlock Of(byte[] rented, int length, ref long before)
    {
        var lines = new List<EventLine>(length / 128);
        for (var start = 0; start < length;)
        {
            var end = rented.AsSpan(start, length - start).IndexOf(NewLine);
            var next = end < 0 ? length : start + end + 1;
            before++;
            var raw = Trim(rented, start, end < 0 ? length : start + end);
            if (raw.Length > 0)
            {
                lines.Add(LineReading.Read(raw, before));
            }

            start = next;
        }

        return new LineBlock(rented, lines, length + (lines.Count * BytesPerLine));
    }

    /// <summary>Lines whose memory is nobody's in particular.</summary>
    public static LineBlock Of(IReadOnlyList<EventLine> lines) =>
        new(null, lines, lines.Sum(line => line.Raw.Length + BytesPerLine));

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private static ReadOnlyMemory<byte> Trim(byte[] buffer, int start, int end)
    {
        var line = buffer.AsMemory(start, end - start);
        while (line.Length > 0 && line.Span[^1] is (byte)'\r' or (byte)' ' or (byte)'\t')
        {
            line = line[..^1];
        }

        return line;
    }
}
