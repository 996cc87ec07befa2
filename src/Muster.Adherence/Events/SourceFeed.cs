namespace Muster.Adherence.Events;

/// <summary>How far a source was heard, and what of it is lost.</summary>
internal sealed class SourceFeed
{
    public const int SilentAfterSeconds = 60;

    private long _eventMilliseconds = -1;
    private uint _signOfLife;
    private (uint Start, uint End)[] _gaps = [];

    /// <summary>The last second in which it was heard; null: never.</summary>
    public uint? Through { get; private set; }

    /// <summary>From here on it is silent, unless it is heard again.</summary>
    public uint SilentFrom => Through is { } through ? through + SilentAfterSeconds : 0;

    public bool IsSilentAt(uint second) => Through is not null && second >= SilentFrom;

    public bool HasGaps => _gaps.Length > 0;

    /// <summary>Whether what it tells of a second is of no use: it is silent, or has lost that time.</summary>
    public bool IsAwayAt(uint second) =>
        IsSilentAt(second) || _gaps.Any(gap => second >= gap.Start && second < gap.End);

    /// <summary>From here on it was away and is not, or the other way round.</summary>
    public uint ChangedFrom { get; set; } = UnixSeconds.Never;

    /// <summary>Whether its agents were told that it is away.</summary>
    public bool WasAway { get; set; }

    /// <param name="milliseconds">By its own clock.</param>
    public void HearEvent(int source, long milliseconds, SourceClocks clocks, uint now)
    {
        if (milliseconds > _eventMilliseconds)
        {
            _eventMilliseconds = milliseconds;
            Raise(UnixSeconds.OfMilliseconds(clocks.Correct(source, milliseconds)), now);
        }
    }

    public void HearSign(uint second, uint now)
    {
        _signOfLife = Math.Max(_signOfLife, second);
        Raise(second, now);
    }

    public void ApplyClocks(int source, SourceClocks clocks)
    {
        var heard = _eventMilliseconds < 0
            ? 0
            : UnixSeconds.OfMilliseconds(clocks.Correct(source, _eventMilliseconds));
        Through = Through is null ? null : Math.Max(heard, _signOfLife);
        ChangedFrom = 0;
    }

    /// <summary>Disjoint and in order.</summary>
    public void ApplyGaps((uint Start, uint End)[] gaps)
    {
        _gaps = gaps;
        ChangedFrom = 0;
    }

    /// <summary>Whether it is known what was heard at a second, and until when that is so.</summary>
    public (bool IsKnown, uint Until) At(uint second)
    {
        if (second >= SilentFrom)
        {
            return (false, UnixSeconds.Never);
        }

        foreach (var (start, end) in _gaps)
        {
            if (second < end)
            {
                return second >= start ? (false, Math.Min(end, SilentFrom)) : (true, Math.Min(start, SilentFrom));
            }
        }

        return (true, SilentFrom);
    }

    private void Raise(uint second, uint now)
    {
        if (Through is { } before && second <= before)
        {
            return;
        }

        if (IsSilentAt(now))
        {
            ChangedFrom = Math.Min(ChangedFrom, SilentFrom);
        }

        Through = second;
    }
}
