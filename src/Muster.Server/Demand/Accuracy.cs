using Muster.Forecasting.Results;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>A forecast beside what came since.</summary>
public static class Accuracy
{
    /// <summary>Days of which anything is known by now, each with the intervals that are known.</summary>
    /// <param name="layered">The same days with people's changes.</param>
    public static IReadOnlyList<ActualDay> Of(
        Forecast machine, IReadOnlyList<ForecastDay> layered, IReadOnlyList<HistorySum> rows)
    {
        var known = GroupHistory.Days(rows, machine.Minutes, machine.Zone).ToDictionary(day => day.Date);
        return
        [
            .. machine.Days.Index()
                .Where(day => known.ContainsKey(day.Item.Date))
                .Select(day => DayOf(day.Item, layered[day.Index], known[day.Item.Date])),
        ];
    }

    private static ActualDay DayOf(ForecastDay machine, ForecastDay layered, KnownDay known) => new(
        machine.Date,
        machine.Horizon,
        [
            .. known.Volumes.Index().Where(slot => slot.Item is not null).Select(slot => new ActualInterval(
                slot.Index, slot.Item!.Value, machine.Volumes[slot.Index], layered.Volumes[slot.Index],
                slot.Item >= machine.Ranges[slot.Index].P10 && slot.Item <= machine.Ranges[slot.Index].P90)),
        ]);
}
