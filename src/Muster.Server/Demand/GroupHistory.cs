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
    /// <summary>
    /// The volumes as a series, in the unit's intervals, or in longer ones where a queue has only those.
    /// </summary>
    public static Outcome<IntervalSeries> SeriesOf(
        PlanningGroup group, BusinessUnit unit, IReadOnlyList<HistoryInterval> rows)
    {
        if (rows.Count == 0)
        {
            var queues = string.Join(", ", group.Queues.Select(queue => queue.Id));
            return new Refusal.Invalid("history", $"is empty: nothing is known of {queues}.\n"
                + "Maybe import it, or correct the queues of the planning group.");
        }

        var minutes = Math.Max(unit.IntervalMinutes, rows.Max(row => row.Minutes));
        return SeriesReader.Read(
            Sums(rows, minutes, unit.Zone), new SeriesOptions { Zone = unit.Zone, Minutes = minutes });
    }

    /// <summary>Mean handle time by hour of the day; null when the history does not tell.</summary>
    public static IReadOnlyList<double>? HandleSecondsOf(BusinessUnit unit, IReadOnlyList<HistoryInterval> rows)
    {
        const string All = "all";
        var told = rows.Where(row => row is { HandleSeconds: not null } && (row.Handled ?? row.Offered) > 0)
            .Select(row => new HandleTimeRow(
                Instant.FromDateTimeOffset(row.At).InZone(unit.Zone).LocalDateTime, row.Handled ?? row.Offered,
                row.HandleSeconds!.Value)).ToList();
        return told.Count == 0
            ? null
            : HandleTimeLearning.Learn(new Dictionary<string, IReadOnlyList<HandleTimeRow>> { [All] = told })[0]
                .SecondsByHour;
    }

    /// <summary>Volumes by the begin of the interval they fall into.</summary>
    public static IEnumerable<(Instant Start, double Volume)> Sums(
        IReadOnlyList<HistoryInterval> rows, int minutes, DateTimeZone zone) => rows
        .GroupBy(row => Begin(Instant.FromDateTimeOffset(row.At), minutes, zone))
        .Select(same => (same.Key, same.Sum(row => row.Offered)));

    // By the minute that clocks show: half-hour zones have their hours elsewhere.
    private static Instant Begin(Instant at, int minutes, DateTimeZone zone) =>
        at - Duration.FromMinutes(at.InZone(zone).Minute % minutes) - Duration.FromSeconds(at.InZone(zone).Second);
}
