using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting;

/// <summary>What is to be forecast.</summary>
public sealed record ForecastRequest
{
    /// <summary>Null: the day after the history's last. A later day is forecast from the same history.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>1 to 400.</summary>
    public int Days { get; init; } = 28;

    /// <summary>Closed and special days, of the past and to come. Those of the past teach what such days do.</summary>
    public SiteCalendar Calendar { get; init; } = SiteCalendar.Empty;

    /// <summary>Opening hours to come; null: those of the history.</summary>
    public OpeningHours? Hours { get; init; }
}
