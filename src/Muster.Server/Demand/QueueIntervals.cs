using Muster.Domain.Outcomes;
using Muster.Forecasting.History;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A file's rows of one queue, on their way to intervals of one length.</summary>
internal sealed class QueueIntervals
{
    private readonly Dictionary<Instant, HistoryRow> _rows = [];

    private bool _hasZeros;

    public bool Has(Instant start) => _rows.ContainsKey(start);

    /// <returns>False when there was a row for this interval already: it is replaced.</returns>
    public bool Put(Instant start, HistoryRow row)
    {
        var before = _rows.Count;
        _rows[start] = row;
        _hasZeros |= row.Offered == 0;
        return _rows.Count > before;
    }

    /// <summary>How long the intervals are, and are to be.</summary>
    public Outcome<RowLengths> Lengths(int? asked, int usual, List<Remark> remarks) =>
        RowLengths.Learn(_rows.Values.Select(row => row.Start), asked, usual, remarks);

    /// <summary>All intervals in order; the rows are gone then.</summary>
    public List<HistoryInterval> Take(RowLengths lengths, Action<HistoryRow, string> reject)
    {
        var intervals = new List<HistoryInterval>(_rows.Count);
        var parts = new List<HistoryRow>();
        var begin = Instant.MinValue;
        foreach (var (start, row) in _rows.OrderBy(row => row.Key))
        {
            var length = lengths.Of(row.Start);
            if (row.Start.Minute % length != 0 || row.Start.Second != 0)
            {
                reject(row, FormattableString.Invariant(
                    $"is not where an interval of {length} minutes begins.\nMaybe the intervals have another length."));
                continue;
            }

            var its = start - Duration.FromMinutes(row.Start.Minute % lengths.Minutes);
            if (its != begin)
            {
                Close(parts, begin, lengths, reject, intervals);
                (begin, parts) = (its, []);
            }

            parts.Add(row);
        }

        Close(parts, begin, lengths, reject, intervals);
        _rows.Clear();
        _rows.TrimExcess();
        return intervals;
    }

    // Where a source writes zeros, what is absent is not known, and a part of an interval is not the interval.
    private void Close(
        List<HistoryRow> parts, Instant begin, RowLengths lengths, Action<HistoryRow, string> reject,
        List<HistoryInterval> intervals)
    {
        if (parts.Count == 0)
        {
            return;
        }

        var told = parts.Sum(row => lengths.Of(row.Start));
        if (_hasZeros && told < lengths.Minutes)
        {
            foreach (var row in parts)
            {
                reject(row, FormattableString.Invariant($"is in an interval of {lengths.Minutes} minutes, the length ")
                    + FormattableString.Invariant($"of all here, of which the file tells {told} only.\n")
                    + "Maybe rows are missing beside it.");
            }

            return;
        }

        intervals.Add(new HistoryInterval(
            parts[0].Queue, begin.ToDateTimeOffset(), lengths.Minutes, parts.Sum(row => row.Offered),
            Sum(parts, row => row.Handled), Sum(parts.FindAll(IsHandled), row => row.HandleSeconds)));
    }

    // Files leave the handle time empty where there was nothing to handle.
    private static bool IsHandled(HistoryRow row) => row.HandleSeconds is not null || (row.Handled ?? row.Offered) > 0;

    private static double? Sum(List<HistoryRow> parts, Func<HistoryRow, double?> value) =>
        parts.TrueForAll(row => value(row) is not null) ? parts.Sum(row => value(row)) : null;
}
