using System.Globalization;
using System.Text;
using NodaTime;

namespace Muster.Server.Tests.Demand;

/// <summary>A long file that is nowhere: rows are made when they are read.</summary>
internal sealed class RowStream(int count) : MemoryStream
{
    private int _made = -1;

    private byte[] _row = [];

    private int _next;

    /// <summary>Rows made so far.</summary>
    public int Made => _made;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var filled = 0;
        while (filled < buffer.Length && (_next < _row.Length || TryMake()))
        {
            var part = Math.Min(buffer.Length - filled, _row.Length - _next);
            _row.AsSpan(_next, part).CopyTo(buffer.Span[filled..]);
            (_next, filled) = (_next + part, filled + part);
        }

        return ValueTask.FromResult(filled);
    }

    private bool TryMake()
    {
        if (_made >= count)
        {
            return false;
        }

        var time = new LocalDateTime(2026, 1, 1, 0, 0).PlusMinutes(15L * Math.Max(0, _made))
            .ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        _row = _made < 0 ? [.. "start,queue,calls\n"u8] : Encoding.UTF8.GetBytes($"{time},all,{_made % 50}\n");
        (_next, _made) = (0, _made + 1);
        return true;
    }
}
