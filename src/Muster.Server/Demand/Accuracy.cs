using Muster.Forecasting.Results;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A forecast beside what came since.</summary>
public static class Accuracy
{
    private const int MinutesPerHour = 60;

    /// <summary>Days of which anything is known by now, each with the intervals that are known.</summary>
    /// <param name="layered">The same days with people's changes.</param>
    public static IReadOnlyList<ActualDay> Of(
        Forecast machine, IReadOnlyList<ForecastDay> layered, IReadOnlyList<HistoryInterval> rows)
    {
        var sums = GroupHistory.Sums(rows, machine.Minutes, machine.Zone)
            .Select(row => (Local: row.Start.InZone(machine.Zone).LocalDateTime, row.Volume))
            .GroupBy(row => row.Local.Date)
            .ToDictionary(
                day => day.Key, day => day.ToLookup(row => SlotOf(row.Local, machine.Minutes), row => row.Volume));
        return
        [
            .. machine.Days.Index()
                .Where(day => sums.ContainsKey(day.Item.Date))
                .Select(day => DayOf(day.Item, layered[day.Index], sums[day.Item.Date])),
        ];
    }

    private static int SlotOf(LocalDateTime local, int minutes) =>
        (local.Hour * MinutesPerHour + local.Minute) / minutes;

    private static ActualDay DayOf(ForecastDay machine, ForecastDay layered, ILookup<int, double> actual)
    {
        var known = Enumerable.Range(0, machine.Volumes.Count).Where(slot => actual.Contains(slot)).ToList();
        var intervals = known.Select(slot => new ActualInterval(
            slot, actual[slot].Average(), machine.Volumes[slot], layered.Volumes[slot],
            actual[slot].Average() >= machine.Ranges[slot].P10 && actual[slot].Average() <= machine.Ranges[slot].P90))
            .ToList();
        return new ActualDay(machine.Date, machine.Horizon, intervals);
    }
}
