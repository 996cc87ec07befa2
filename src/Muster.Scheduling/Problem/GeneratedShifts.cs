using System.Globalization;

namespace Muster.Scheduling.Problem;

/// <summary>Windows that shifts are generated from: every start by every length. Minutes.</summary>
public sealed record GeneratedShifts
{
    /// <summary>Half-open windows of starts, from midnight; an empty one allows its one start.</summary>
    public required IReadOnlyList<(int From, int To)> Starts { get; init; }

    public int StartStep { get; init; } = 15;

    public required int MinLength { get; init; }

    /// <summary>Inclusive.</summary>
    public required int MaxLength { get; init; }

    public int LengthStep { get; init; } = 15;

    /// <summary>No shift ends later, from midnight of its day.</summary>
    public int LatestEnd { get; init; } = int.MaxValue;

    public string Kind { get; init; } = "";

    public IReadOnlyList<ShiftBreak> Breaks { get; init; } = [];

    /// <summary>All of them, by start and length.</summary>
    public IEnumerable<ShiftOption> All()
    {
        var starts = Starts.SelectMany(window => StartsOf(window)).Distinct().Order();
        return from start in starts
               from length in Steps(MinLength, MaxLength, LengthStep)
               where start + length <= LatestEnd
               select new ShiftOption
               {
                   Name = string.Create(CultureInfo.InvariantCulture,
                       $"{start / 60:00}:{start % 60:00}+{length / 60}:{length % 60:00}"),
                   Start = start,
                   Length = length,
                   Kind = Kind,
                   Breaks = Breaks,
               };
    }

    private IEnumerable<int> StartsOf((int From, int To) window) =>
        window.From == window.To ? [window.From] : Steps(window.From, window.To - 1, StartStep);

    private static IEnumerable<int> Steps(int from, int to, int step)
    {
        for (var value = from; value <= to; value += step)
        {
            yield return value;
        }
    }
}
