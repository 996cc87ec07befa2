using NodaTime;

namespace Muster.Forecasting.Layers;

/// <summary>Which intervals a change is about: those of some days that begin within some time of the day.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day, which counts too.</param>
public sealed record LayerScope(LocalDate From, LocalDate Through)
{
    /// <summary>Time of the day from which on; midnight is the begin of the day.</summary>
    public LocalTime Start { get; init; } = LocalTime.Midnight;

    /// <summary>Time of the day up to which, not included; midnight is the end of the day.</summary>
    public LocalTime End { get; init; } = LocalTime.Midnight;

    /// <summary>Null: every weekday.</summary>
    public IReadOnlySet<IsoDayOfWeek>? Weekdays { get; init; }

    internal bool Contains(LocalDate date, LocalTime start) => date >= From && date <= Through
        && (Weekdays is null || Weekdays.Contains(date.DayOfWeek))
        && start >= Start && (End == LocalTime.Midnight || start < End);
}
