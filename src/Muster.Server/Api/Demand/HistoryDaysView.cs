using Muster.Domain.Organization;
using Muster.Server.Demand;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>What came to a planning group, day by day.</summary>
/// <param name="Minutes">Length of an interval.</param>
public sealed record HistoryDaysView(int Minutes, IReadOnlyList<HistoryDayView> Days)
{
    public static HistoryDaysView Of(BusinessUnit unit, IReadOnlyList<HistorySum> rows)
    {
        var minutes = GroupHistory.MinutesOf(unit, rows);
        return new HistoryDaysView(
            minutes, [.. GroupHistory.Days(rows, minutes, unit.Zone).Select(HistoryDayView.Of)]);
    }
}
