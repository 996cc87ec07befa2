using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Content;

/// <summary>
/// Shifts cut into stretches of one planning group each, none shorter than the least: the cheapest cut of every length
/// from one start, by dynamic programming over the intervals. Not thread-safe.
/// </summary>
internal sealed class StretchProgram
{
    private const int Impossible = 1 << 28;

    private readonly int _width;
    private readonly int _least;
    private readonly int[] _going;
    private readonly int[] _best;

    /// <param name="width">Groups, padded to <see cref="Lanes.Width"/>.</param>
    /// <param name="least">Intervals of the shortest stretch.</param>
    public StretchProgram(int width, int least, int mostSlots)
    {
        (_width, _least) = (width, least);
        _going = new int[(mostSlots + 1) * width];
        _best = new int[mostSlots + 1];
    }

    /// <summary>The least cost of a shift of each length, after <see cref="Fill"/>.</summary>
    public ReadOnlySpan<int> Best => _best;

    /// <param name="costs"><c>interval * width + group</c>; the padding costs much.</param>
    /// <param name="stretches">The cost of the least stretch from each interval on, laid out likewise.</param>
    /// <param name="skills">What each group costs besides for this employee: nothing, or much.</param>
    public void Fill(int[] costs, int[] stretches, int[] skills, int first, int slots)
    {
        Array.Fill(_best, Impossible);
        _best[0] = 0;
        Array.Fill(_going, Impossible);
        for (var slot = _least; slot <= slots; slot++)
        {
            var (row, at) = (slot * _width, (first + slot) * _width);
            Lanes.Add(_going, row, _going, row - _width, (costs, at - _width, _width));
            if (_best[slot - _least] < Impossible / 2)
            {
                Lanes.MinOfSum(_going, row, stretches, at - (_least * _width), (skills, _best[slot - _least], _width));
            }

            _best[slot] = Lanes.Least(_going, row, _width);
        }
    }

    /// <summary>The groups of a shift of so many slots, after <see cref="Fill"/> with the same arguments.</summary>
    public void Cut(int[] costs, int first, Span<short> groups)
    {
        var end = groups.Length;
        while (end > 0)
        {
            var group = Lanes.IndexOf(_going, end * _width, _width, _best[end]);
            var start = end;
            while (start > _least && _going[(start * _width) + group] == _going[((start - 1) * _width) + group]
                + costs[((first + start - 1) * _width) + group])
            {
                start--;
            }

            start -= _least;
            groups[start..end].Fill((short)group);
            end = start;
        }
    }
}
