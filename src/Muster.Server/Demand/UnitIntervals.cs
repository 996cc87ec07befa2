using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.History;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>
/// Rows of a file as intervals of a business unit: its clocks tell when they began. For one file; rows in its order, so
/// that of an hour that clocks show twice the first comes first. First every row, then <see cref="Settle"/>.
/// </summary>
/// <param name="reject">Told of rows that cannot be placed, with the reason.</param>
public sealed class UnitIntervals(BusinessUnit unit, Action<HistoryRow, string> reject)
{
    private const int FewestRowsPerDay = 2;

    private readonly SortedDictionary<string, QueueIntervals> _queues = new(StringComparer.Ordinal);

    private int _twice;

    /// <summary>How many rows were placed.</summary>
    public int Count { get; private set; }

    public void Add(HistoryRow row)
    {
        if (StartOf(row) is not { } start)
        {
            reject(row, $"does not happen: clocks of {unit.Zone.Id} are put forward over it.\n"
                + "Maybe the file is of another time zone.");
            return;
        }

        if (!_queues.TryGetValue(row.Queue, out var queue))
        {
            _queues[row.Queue] = queue = new QueueIntervals();
        }

        var isNew = queue.Put(start, row);
        Count += isNew ? 1 : 0;
        _twice += isNew ? 0 : 1;
    }

    /// <summary>
    /// Each interval once, in one length for each queue: shorter ones are put together where a queue has several
    /// lengths. Of several rows for one interval, the last counts.
    /// </summary>
    /// <param name="minutes">The length they are to have; null: as short as the rows of a queue allow.</param>
    /// <param name="usual">The length where a queue does not show its own.</param>
    /// <param name="remarks">What was noticed.</param>
    public Outcome<IReadOnlyList<HistoryInterval>> Settle(
        int? minutes, int usual, List<string> remarks, CancellationToken token)
    {
        if (_twice > 0)
        {
            remarks.Add(FormattableString.Invariant(
                $"{_twice} rows were about an interval that was there; the last counts."));
        }

        var all = new List<HistoryInterval>(Count);
        foreach (var (name, queue) in _queues)
        {
            token.ThrowIfCancellationRequested();
            var noticed = new List<Remark>();
            var outcome = queue.Lengths(minutes, usual, noticed);
            if (outcome.Refused is Refusal.Invalid refusal)
            {
                return new Refusal.Invalid(
                    [.. refusal.Errors.Select(error => error with { Message = $"of {name}: {error.Message}" })]);
            }

            var own = queue.Take(outcome.Value, reject);
            noticed.AddRange(ClockRemarks(own, outcome.Value.Minutes));
            all.AddRange(own);
            remarks.AddRange(noticed.Select(remark => $"{name}: {remark.Sentence}"));
        }

        return all;
    }

    private IEnumerable<Remark> ClockRemarks(List<HistoryInterval> own, int minutes)
    {
        // A row now and then shows no clocks, and a series of its days may be long.
        if (own.Count == 0 || own.Count < FewestRowsPerDay * (own[^1].At - own[0].At).TotalDays)
        {
            return [];
        }

        var series = SeriesReader.Read(
            own.Select(row => (Instant.FromDateTimeOffset(row.At), row.Offered)),
            new SeriesOptions { Zone = unit.Zone, Minutes = minutes });
        return series.Refused is null ? series.Value.Remarks.Where(remark => remark.Kind == RemarkKind.Clock) : [];
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
            _ => _queues.GetValueOrDefault(row.Queue)?.Has(map.First().ToInstant()) is true
                ? map.Last().ToInstant()
                : map.First().ToInstant(),
        };
    }
}
