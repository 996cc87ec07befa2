using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>
/// The text of a file that has to be UTF-8, with or without a byte order mark. What is not, is refused with its place:
/// replaced by question marks it would become somebody's name. Read by one task at a time, in constant memory.
/// </summary>
internal sealed class Utf8Text(Stream stream, string name) : TextReader
{
    private const int Size = 64 * 1024;

    private readonly byte[] _bytes = new byte[Size];
    private readonly char[] _chars = new char[Size];
    private int _bytesLeft;
    private int _next;
    private int _count;
    private long _offset;
    private int _line = 1;
    private bool _isStarted;

    /// <summary>The first line, or its first 64 kB, without taking it.</summary>
    public async ValueTask<string> FirstLineAsync(CancellationToken token)
    {
        var text = await BeginningAsync(token);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }

    /// <summary>The first 64 kB, without taking them.</summary>
    public async ValueTask<string> BeginningAsync(CancellationToken token)
    {
        await FillAsync(token);
        return new string(_chars, _next, _count - _next);
    }

    public override int Peek() => Fill() ? _chars[_next] : -1;

    public override int Read() => Fill() ? _chars[_next++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        Fill();
        return Take(buffer.AsSpan(index, count));
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) =>
        ReadAsync(buffer.AsMemory(index, count), CancellationToken.None).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        return Take(buffer.Span);
    }

    private int Take(Span<char> into)
    {
        var taken = Math.Min(into.Length, _count - _next);
        _chars.AsSpan(_next, taken).CopyTo(into);
        _next += taken;
        return taken;
    }

    private bool Fill()
    {
        if (_next == _count)
        {
            Decode(Guard(() => stream.ReadAtLeast(_bytes.AsSpan(_bytesLeft), Size - _bytesLeft, false)));
        }

        return _next < _count;
    }

    private async ValueTask FillAsync(CancellationToken token)
    {
        if (_next == _count)
        {
            try
            {
                Decode(await stream.ReadAtLeastAsync(_bytes.AsMemory(_bytesLeft), Size - _bytesLeft, false, token));
            }
            catch (IOException problem) when (IsAway(problem))
            {
                throw Away(problem);
            }
        }
    }

    private int Guard(Func<int> read)
    {
        try
        {
            return read();
        }
        catch (IOException problem) when (IsAway(problem))
        {
            throw Away(problem);
        }
    }

    private void Decode(int read)
    {
        var isEnd = read < Size - _bytesLeft;
        var bytes = _bytes.AsSpan(0, _bytesLeft + read);
        if (!_isStarted && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
            _offset = 3;
        }

        _isStarted = true;
        var status = Utf8.ToUtf16(bytes, _chars, out var used, out _count, replaceInvalidSequences: false, isEnd);
        _next = 0;
        _line += _chars.AsSpan(0, _count).Count('\n');
        if (status == OperationStatus.InvalidData)
        {
            throw new SourceBrokenException(string.Create(CultureInfo.InvariantCulture,
                $"{name}, line {_line}: byte {_offset + used + 1} of the file is 0x{bytes[used]:X2}, ")
                + "which is not UTF-8.\nMaybe save it again as UTF-8; Excel calls that \"CSV UTF-8\".");
        }

        _offset += used;
        bytes[used..].CopyTo(_bytes);
        _bytesLeft = bytes.Length - used;
    }

    // What is wrong with a request is the caller's, and answered as such.
    private static bool IsAway(IOException problem) => problem is not BadHttpRequestException;

    private SourceAwayException Away(IOException problem) =>
        new($"{name} cannot be read: {problem.Message}\nMaybe try again when its file system answers.", cause: problem);
}
