namespace Muster.Adherence.Events;

/// <summary>How wrong the clocks of sources are. Immutable.</summary>
internal sealed class SourceClocks
{
    private readonly StateTable _states;

    // By source; null where its clock is right.
    private readonly (long FromMilliseconds, int Milliseconds)[]?[] _offsets;

    public SourceClocks(StateTable states, IEnumerable<ClockOffset> offsets)
    {
        _states = states;
        var bySource = offsets.GroupBy(one => states.AddSource(one.Source)).ToDictionary(one => one.Key, one =>
            one.OrderBy(each => each.From).Select(each => (each.From.ToUnixTimeMilliseconds(), each.Milliseconds))
                .ToArray());
        _offsets = bySource.Count == 0 ? [] : new (long, int)[bySource.Keys.Max() + 1][];
        foreach (var (source, list) in bySource)
        {
            _offsets[source] = list;
        }
    }

    /// <summary>The corrected time in milliseconds.</summary>
    public long Correct(in KeptEvent one) => _offsets.Length == 0
        ? one.AtMilliseconds
        : Correct(_states.SourceOf(one.State), one.AtMilliseconds);

    /// <summary>The corrected second.</summary>
    public uint Second(in KeptEvent one) => UnixSeconds.OfMilliseconds(Correct(one));

    /// <summary>The corrected time of a moment by a source's clock, in milliseconds.</summary>
    public long Correct(int source, long atMilliseconds)
    {
        var list = source < _offsets.Length ? _offsets[source] : null;
        var offset = 0;
        foreach (var (from, milliseconds) in list ?? [])
        {
            offset = from <= atMilliseconds ? milliseconds : offset;
        }

        return atMilliseconds + offset;
    }
}
