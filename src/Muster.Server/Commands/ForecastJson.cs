using System.Text.Json;
using Muster.Forecasting.Ranges;
using Muster.Forecasting.Results;
using Muster.Server.Api.Demand;
using Muster.Server.Api.Json;
using Muster.Server.Demand;

namespace Muster.Server.Commands;

/// <summary>What <c>muster forecast --json</c> prints. What nobody knows is null, never NaN.</summary>
internal static class ForecastJson
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    public static string Of(ForecastOrder order, ForecastResult result) => JsonSerializer.Serialize(
        new
        {
            file = order.File.Name,
            rows = result.RowCount,
            rejected = result.RejectedCount,
            rejections = result.Rejected,
            columns = result.Preview.Columns.ToDictionary(
                role => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.Key.ToString()), role => role.Value),
            remarks = result.Preview.Remarks,
            queues = result.Plans.Select(Queue),
            refused = result.Refused.Select(refused => new { queue = refused.Queue, reason = refused.Reason }),
            plan = order.Out?.FullName,
        },
        Indented);

    private static object Queue(QueuePlan plan) => new
    {
        queue = plan.Queue,
        history = new
        {
            first_day = plan.History.FirstDay,
            last_day = plan.History.LastDay,
            minutes = plan.History.Minutes,
            hours = ForecastNames.Hours(plan.History.Hours),
        },
        total = plan.Forecast.Total,
        weeks = plan.Weeks().Select(week => new
        {
            first_day = week.First,
            offered = week.Offered,
            low = week.Range.Low,
            high = week.Range.High,
            peak_agents = week.PeakAgents,
            paid_hours = plan.IsStaffed ? week.PaidHours : (double?)null,
        }),
        days = plan.Forecast.Days.Select(day => Day(day, plan.Forecast.RangeOf(day))),
        accuracy = plan.Forecast.Accuracy.Select(HorizonView.Of),
        handle_seconds = plan.HandleSeconds,
        peak_agents = plan.IsStaffed ? plan.PeakAgents : (int?)null,
        paid_hours = plan.IsStaffed ? plan.PaidHours : (double?)null,
        carry_over = Overload(plan),
        special_days = plan.Forecast.SpecialDays,
        remarks = plan.Forecast.Remarks,
    };

    /// <summary>With no more agents than there are; null when that is not asked.</summary>
    private static object? Overload(QueuePlan plan)
    {
        var all = plan.Overloaded().ToArray();
        var offered = all.Sum(row => row.Interval.Offered);
        return all.Length == 0 ? null : new
        {
            service_level = offered > 0
                ? all.Sum(row => row.Interval.Offered * row.Overloaded.Row.ServiceLevel) / offered
                : 1,
            largest_backlog = all.Max(row => row.Overloaded.Row.Backlog),
            unserved = all.Sum(row => row.Overloaded.Row.Unserved),
        };
    }

    private static object Day(ForecastDay day, VolumeRange range) => new
    {
        date = day.Date,
        offered = day.Total,
        low = range.P10,
        high = range.P90,
        low95 = range.Low95,
        high95 = range.High95,
        is_closed = day.IsClosed,
        special = day.Special,
    };
}
