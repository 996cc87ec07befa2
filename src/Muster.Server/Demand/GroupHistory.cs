using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.HandleTimes;
using Muster.Forecasting.History;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>What came to a planning group: its queues together, as the unit's clocks show it.</summary>
public static class GroupHistory
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>
    /// The volumes as a series, in the unit's intervals, or in longer ones where a queue has only those.
    /// </summary>
    public static Outcome<IntervalSeries> SeriesOf(
        PlanningGroup group, BusinessUnit unit, IReadOnlyList<HistorySum> rows)
    {
        if (rows.Count == 0)
        {
            var queues = string.Join(", ", group.Queues.Select(queue => queue.Id));
            return new Refusal.Invalid("history", $"is empty: nothing is known of {queues} up to the first day.\n"
                + "Maybe import it, or correct the queues of the planning group.");
        }

        var minutes = MinutesOf(unit, rows);
        var read = Read(rows, minutes, minutes, unit);
        if (read.Refused is null)
        {
            return read;
        }

        // Rows may lie further apart than the intervals of their queue are said to be long.
        var apart = Read(rows, minutes, null, unit);
        return apart.Refused ?? apart.Value.To(IntervalSeries.CommonLength(minutes, apart.Value.Minutes));
    }

    /// <summary>The unit's intervals, or the next longer ones that the intervals of every queue fit into.</summary>
    public static int MinutesOf(BusinessUnit unit, IReadOnlyList<HistorySum> rows) =>
        IntervalSeries.CommonLength([unit.IntervalMinutes, .. rows.Select(row => row.Minutes).Distinct()]);

    /// <summary>Mean handle time by hour of the day; null when the history does not tell.</summary>
    public static IReadOnlyList<double>? HandleSecondsOf(BusinessUnit unit, IReadOnlyList<HistorySum> rows)
    {
        const string All = "all";
        var told = rows.Where(row => row.Handled > 0).Select(row => new HandleTimeRow(
            Instant.FromDateTimeOffset(row.At).InZone(unit.Zone).LocalDateTime, row.Handled, row.HandleSeconds))
            .ToList();
        return told.Count == 0
            ? null
            : HandleTimeLearning.Learn(new Dictionary<string, IReadOnlyList<HandleTimeRow>> { [All] = told })[0]
                .SecondsByHour;
    }

    /// <summary>Day by day, in order, those of which anything is known.</summary>
    public static IEnumerable<KnownDay> Days(IReadOnlyList<HistorySum> rows, int minutes, DateTimeZone zone) =>
        Sums(rows, minutes, zone)
            .Select(row => (Local: row.Start.InZone(zone).LocalDateTime, row.Volume))
            .GroupBy(row => row.Local.Date).OrderBy(day => day.Key)
            .Select(day =>
            {
                var slots = day.ToLookup(row => IntervalSeries.SlotAt(row.Local.TimeOfDay, minutes), row => row.Volume);
                return new KnownDay(
                    day.Key,
                    day.Sum(row => row.Volume),
                    [
                        .. Enumerable.Range(0, MinutesPerDay / minutes)
                            .Select(slot => slots.Contains(slot) ? slots[slot].Average() : (double?)null),
                    ]);
            });

    private static Outcome<IntervalSeries> Read(
        IReadOnlyList<HistorySum> rows, int minutes, int? asked, BusinessUnit unit) =>
        SeriesReader.Read(Sums(rows, minutes, unit.Zone), new SeriesOptions { Zone = unit.Zone, Minutes = asked });

    // Volumes by the begin of the interval they fall into.
    private static IEnumerable<(Instant Start, double Volume)> Sums(
        IReadOnlyList<HistorySum> rows, int minutes, DateTimeZone zone) => rows
        .GroupBy(row => Begin(Instant.FromDateTimeOffset(row.At), minutes, zone))
        .Select(same => (same.Key, same.Sum(row => row.Offered)));

    // By the minute that clocks show: half-hour zones have their hours elsewhere.
    private static Instant Begin(Instant at, int minutes, DateTimeZone zone) =>
        at - Duration.FromMinutes(at.InZone(zone).Minute % minutes) - Duration.FromSeconds(at.InZone(zone).Second);
}
