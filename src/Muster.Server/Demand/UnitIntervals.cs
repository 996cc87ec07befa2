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
    private const int MostKept = 100;

    private readonly Dictionary<(string Queue, Instant Start), HistoryInterval> _intervals = [];
    private readonly List<string> _remarks = [];
    private int _apart;
    private int _twice;

    /// <summary>Each once; of several rows for one interval, the last counts.</summary>
    public IReadOnlyCollection<HistoryInterval> All => _intervals.Values;

    /// <summary>Rows that cannot be placed, the first hundred; and how many were there twice.</summary>
    public IReadOnlyList<string> Remarks =>
    [
        .. _remarks,
        .. _apart > MostKept
            ? [FormattableString.Invariant($"{_apart} rows in all could not be placed.")]
            : Array.Empty<string>(),
        .. _twice > 0
            ? [FormattableString.Invariant($"{_twice} rows were about an interval that was there; the last counts.")]
            : Array.Empty<string>(),
    ];

    /// <summary>Rows that cannot be placed.</summary>
    public int Apart => _apart;

    public void Add(HistoryRow row)
    {
        if (row.Start.Minute % minutes != 0 || row.Start.Second != 0)
        {
            Refuse(row, FormattableString.Invariant($"is not where an interval of {minutes} minutes begins."));
            return;
        }

        if (StartOf(row) is not { } start)
        {
            Refuse(row, $"does not happen: clocks of {unit.Zone.Id} are put forward over it.");
            return;
        }

        _twice += _intervals.ContainsKey((row.Queue, start)) ? 1 : 0;
        _intervals[(row.Queue, start)] = new HistoryInterval(
            row.Queue, start.ToDateTimeOffset(), minutes, row.Offered, row.Handled, row.HandleSeconds);
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

    private void Refuse(HistoryRow row, string why)
    {
        _apart++;
        if (_apart <= MostKept)
        {
            _remarks.Add(FormattableString.Invariant($"{row.Queue}, {row.Start:uuuu-MM-dd HH:mm}: {why}"));
        }
    }
}
