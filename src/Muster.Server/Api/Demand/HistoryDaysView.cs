using Muster.Domain.Organization;
using Muster.Server.Demand;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>What came to a planning group, day by day.</summary>
/// <param name="Minutes">Length of an interval.</param>
public sealed record HistoryDaysView(int Minutes, IReadOnlyList<HistoryDayView> Days)
{
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 24 * MinutesPerHour;

    public static HistoryDaysView Of(BusinessUnit unit, IReadOnlyList<HistoryInterval> rows)
    {
        var minutes = Math.Max(unit.IntervalMinutes, rows.Select(row => row.Minutes).DefaultIfEmpty().Max());
        var days = GroupHistory.Sums(rows, minutes, unit.Zone)
            .Select(row => (Local: row.Start.InZone(unit.Zone).LocalDateTime, row.Volume))
            .GroupBy(row => row.Local.Date)
            .OrderBy(day => day.Key)
            .Select(day =>
            {
                var volumes = new double?[MinutesPerDay / minutes];
                foreach (var (local, volume) in day)
                {
                    var slot = (local.Hour * MinutesPerHour + local.Minute) / minutes;
                    volumes[slot] = (volumes[slot] ?? 0) + volume;
                }

                return new HistoryDayView(day.Key, day.Sum(row => row.Volume), volumes);
            });
        return new HistoryDaysView(minutes, [.. days]);
    }
}
