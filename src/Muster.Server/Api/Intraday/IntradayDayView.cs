using Muster.Server.Api.Demand;
using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Api.Intraday;

/// <summary>A business unit's day, as it was planned, as it is, and as it will be.</summary>
/// <param name="Zone">Whose clocks the day is by.</param>
/// <param name="AsOf">When it was read, by the database's clock.</param>
/// <param name="KnownUntil">Up to when sources have told what came; null: nothing is told.</param>
/// <param name="ScheduleVersion">Of the published schedules.</param>
/// <param name="Published">Whether schedules of the day are published; null: the caller may not know.</param>
/// <param name="Forecast">Null: there is none that has the day.</param>
/// <param name="Goal">Null: there is none, or planning groups have different ones.</param>
/// <param name="Intervals">As they elapse: an hour that clocks show twice is there twice.</param>
/// <param name="Deviations">The five largest, the longest first.</param>
/// <param name="Notes">What is missing or to be known, in sentences.</param>
public sealed record IntradayDayView(
    Guid BusinessUnitId,
    LocalDate Date,
    string Zone,
    int Minutes,
    DateTimeOffset AsOf,
    DateTimeOffset? KnownUntil,
    long ScheduleVersion,
    bool? Published,
    NamedForecastView? Forecast,
    IntradayGoalView? Goal,
    IntradayFiguresView Figures,
    IReadOnlyList<IntradayIntervalView> Intervals,
    IReadOnlyList<DeviationView> Deviations,
    IReadOnlyList<UnmappedQueueView> UnmappedQueues,
    IReadOnlyList<string> Notes)
{
    public static IntradayDayView Of(UnitDay day) => new(
        day.Unit.Id.Value, day.Frame.Date, day.Frame.Zone.Id, day.Frame.Minutes, day.AsOf.ToDateTimeOffset(),
        day.KnownUntil?.ToDateTimeOffset(), day.ScheduleVersion, day.IsScheduled,
        day.Forecast is { } forecast ? new NamedForecastView(forecast.Id.Value, forecast.Name) : null,
        day.Goal is { } goal ? new IntradayGoalView(goal.Level, goal.Seconds) : null, IntradayFiguresView.Of(day),
        [.. day.Intervals.Select(IntradayIntervalView.Of)],
        [.. day.Deviations.Select(deviation => DeviationView.Of(deviation, day.Frame.Zone))],
        [
            .. day.Unmapped.Select(queue =>
                new UnmappedQueueView(queue.Queue, queue.Source, Numbers.Short(queue.Offered))),
        ],
        day.Notes);
}
