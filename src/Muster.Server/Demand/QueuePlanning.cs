using Muster.Domain.Outcomes;
using Muster.Forecasting;
using Muster.Forecasting.HandleTimes;
using Muster.Forecasting.Results;
using Muster.Forecasting.Staffing;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>From a queue's history to its plan. Pure: several threads may plan several queues at once.</summary>
public static class QueuePlanning
{
    /// <param name="learned">The queue's handle time, if its history tells.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Outcome<QueuePlan> Plan(
        QueueHistory queue,
        HandleTimeForecast? learned,
        PlanRequest request,
        IProgress<double>? progress,
        CancellationToken token)
    {
        var series = queue.Series(request.Zone ?? DateTimeZone.Utc, request.Minutes);
        if (series.Refused is { } unreadable)
        {
            return unreadable;
        }

        var asked = new ForecastRequest
        {
            FirstDay = request.From,
            Days = 7 * request.Weeks,
            Calendar = request.Calendar,
        };
        var forecast = Forecaster.Forecast(series.Value, asked, progress, token);
        if (forecast.Refused is { } unforeseen)
        {
            return unforeseen;
        }

        var known = learned is { Contacts: > 0 } ? learned : null;
        return Intervals(forecast.Value, known, request.Staffing).Then(
            intervals => new QueuePlan(queue.Name, series.Value, forecast.Value)
            {
                Intervals = intervals,
                HandleSeconds = known?.MeanSeconds ?? request.Staffing.HandleSeconds,
                HandleContacts = known?.Contacts ?? 0,
            });
    }

    private static Outcome<IReadOnlyList<PlanInterval>> Intervals(
        Forecast forecast, HandleTimeForecast? learned, StaffingRequest staffing)
    {
        var intervals = forecast.Intervals().Where(interval => interval.IsOpen).Select(interval =>
        {
            var start = interval.Start.InZone(forecast.Zone).ToOffsetDateTime();
            var seconds = learned?.SecondsAt(start.TimeOfDay) ?? staffing.HandleSeconds;
            return new PlanInterval(
                start, interval.P50, interval.Range.P10, interval.Range.P90, seconds, null, null);
        }).ToArray();
        if (staffing.Goals is not { } goals || intervals.Any(interval => interval.HandleSeconds is null))
        {
            return intervals;
        }

        var demand = intervals.Select(interval => new IntervalDemand(
            new Workload(interval.Offered, interval.HandleSeconds!.Value)
            {
                IntervalSeconds = 60 * forecast.Minutes,
                PatienceSeconds = staffing.PatienceSeconds,
            },
            goals)
        {
            Shrinkage = staffing.Shrinkage,
        }).ToArray();
        var required = Required(forecast, intervals, demand, staffing);
        return required.Refused is null && staffing.MostAgents is { } most
            ? Overload.Of(required.Value, demand, most)
            : required;
    }

    /// <summary>Day by day: each has its own uncertainty.</summary>
    private static Outcome<IReadOnlyList<PlanInterval>> Required(
        Forecast forecast, PlanInterval[] intervals, IntervalDemand[] demand, StaffingRequest staffing)
    {
        var days = forecast.Days.ToDictionary(day => day.Date);
        var all = new List<PlanInterval>(intervals.Length);
        foreach (var day in intervals.Index().GroupBy(interval => interval.Item.Start.Date))
        {
            var variation = !staffing.UncertainDays ? 0
                : staffing.DayVariation ?? Math.Sqrt(forecast.AccuracyOf(days[day.Key]).Variation.DayVariance);
            var rows = StaffingEngine.Requirement(
                [.. day.Select(interval => demand[interval.Index])],
                variation > 0 ? new DayFactor(Math.Min(1, variation)) : null);
            if (rows.Refused is { } refused)
            {
                return refused;
            }

            all.AddRange(day.Zip(rows.Value, (interval, row) =>
                interval.Item with { Required = row.Agents, Scheduled = row.ScheduledAgents }));
        }

        return all;
    }
}
