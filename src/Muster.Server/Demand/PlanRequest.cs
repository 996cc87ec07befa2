using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>What is to be planned from a history file.</summary>
public sealed record PlanRequest
{
    public int Weeks { get; init; } = 4;

    /// <summary>Null: the day after the history's last.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Of the site's clocks; null: times are taken as they are written, and clocks are never moved.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Length of an interval; null: that of the history, a quarter of an hour at least.</summary>
    public int? Minutes { get; init; }

    public SiteCalendar Calendar { get; init; } = SiteCalendar.Empty;

    public StaffingRequest Staffing { get; init; } = new();
}
