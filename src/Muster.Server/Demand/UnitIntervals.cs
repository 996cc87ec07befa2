using Muster.Domain.Organization;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>
/// Rows of a file as intervals of a business unit: its clocks tell when they began. For one file; rows in its order, so
/// that of an hour that clocks show twice the first comes first.
/// </summary>
public sealed class UnitIntervals(BusinessUnit unit, int minutes)
{
    private readonly Dictionary<(string Queue, Instant Start), HistoryInterval> _intervals = [];
    private int _twice;

    /// <summary>Each once; of several rows for one interval, the last counts.</summary>
    public IReadOnlyCollection<HistoryInterval> All => _intervals.Values;

    /// <summary>How many rows were there twice.</summary>
    public IReadOnlyList<string> Remarks => _twice == 0
        ? []
        : [FormattableString.Invariant($"{_twice} rows were about an interval that was there; the last counts.")];

    /// <returns>Why the row cannot be placed; null when it can.</returns>
    public string? Add(HistoryRow row)
    {
        if (row.Start.Minute % minutes != 0 || row.Start.Second != 0)
        {
            return FormattableString.Invariant(
                $"is not where an interval of {minutes} minutes begins.\nMaybe the intervals have another length.");
        }

        if (StartOf(row) is not { } start)
        {
            return $"does not happen: clocks of {unit.Zone.Id} are put forward over it.\n"
                + "Maybe the file is of another time zone.";
        }

        _twice += _intervals.ContainsKey((row.Queue, start)) ? 1 : 0;
        _intervals[(row.Queue, start)] = new HistoryInterval(
            row.Queue, start.ToDateTimeOffset(), minutes, row.Offered, row.Handled, row.HandleSeconds);
        return null;
    }

    private Instant? StartOf(HistoryRow row)
    {
        if (row.Instant is { } told)
        {
            return told;
        }

        var map = unit.Zone.MapLocal(row.Start);
        return map.Count switch
        {
            0 => null,
            1 => map.Single().ToInstant(),
            _ => _intervals.ContainsKey((row.Queue, map.First().ToInstant()))
                ? map.Last().ToInstant()
                : map.First().ToInstant(),
        };
    }
}
