using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting;

/// <summary>From which days of the past to forecast again.</summary>
public sealed record BacktestRequest
{
    /// <summary>The first days of forecasts; null: the last <see cref="Count"/> that are a week apart.</summary>
    public IReadOnlyList<LocalDate>? Origins { get; init; }

    /// <summary>How many origins, where they are not named.</summary>
    public int Count { get; init; } = 8;

    /// <summary>How far ahead.</summary>
    public int Days { get; init; } = 28;

    public SiteCalendar Calendar { get; init; } = SiteCalendar.Empty;

    public OpeningHours? Hours { get; init; }

    internal IReadOnlyList<LocalDate> OriginsIn(IntervalSeries history)
    {
        var end = history.LastDay.PlusDays(1);
        var origins = Origins ?? [.. Enumerable.Range(1, Math.Max(0, Count)).Select(week => end.PlusWeeks(-week))];
        return [.. origins.Where(origin => origin > history.FirstDay && origin < end).Order()];
    }
}
