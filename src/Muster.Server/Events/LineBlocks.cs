using System.Buffers;
using System.Runtime.CompilerServices;

namespace Muster.Server.Events;

/// <summary>Cuts a stream into blocks of whole lines. However long it is, one block is in memory here.</summary>
public sealed class LineBlocks(Stream body)
{
    public const int BlockBytes = 256 * 1024;

    private const byte NewLine = (byte)'\n';

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private int _filled;
    private long _lines;

    /// <summary>Whether the block that came last is the last there is.</summary>
    public bool IsEnd { get; private set; }

    public async IAsyncEnumerable<LineBlock> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        var isTooLong = false;
        while (true)
        {
            var isEnd = await FillAsync(token);
            var last = _buffer.AsSpan(0, _filled).LastIndexOf(NewLine);
            if (isTooLong)
            {
                // The rest of a line that was told as too long is passed over.
                var first = _buffer.AsSpan(0, _filled).IndexOf(NewLine);
                Drop(first < 0 ? _filled : first + 1);
                isTooLong = first < 0;
            }
            else if (last >= 0 || isEnd)
            {
                IsEnd = isEnd;
                yield return Take(isEnd ? _filled : last + 1);
            }
            else
            {
                isTooLong = true;
                yield return LineBlock.Of([LineReading.TooLong(_buffer.AsMemory(0, _filled).ToArray(), ++_lines)]);
                _filled = 0;
            }

            if (isEnd && _filled == 0)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                yield break;
            }
        }
    }

    /// <returns>Whether the stream has ended.</returns>
    private async Task<bool> FillAsync(CancellationToken token)
    {
        while (_filled < BlockBytes)
        {
            var read = await body.ReadAsync(_buffer.AsMemory(_filled, BlockBytes - _filled), token);
            if (read == 0)
            {
                return true;
            }

            _filled += read;
        }

        return false;
    }

    private LineBlock Take(int length)
    {
        var (full, rest) = (_buffer, _filled - length);
        _buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        full.AsSpan(length, rest).CopyTo(_buffer);
        _filled = rest;
        return LineBlock.Of(full, length, ref _lines);
    }

    private void Drop(int length)
    {
        _buffer.AsSpan(length, _filled - length).CopyTo(_buffer);
        _filled -= length;
    }
}
