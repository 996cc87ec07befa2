using Muster.Forecasting.Ranges;
using NodaTime;

namespace Muster.Forecasting.Results;

/// <summary>
/// A day's forecast by interval on the clock, from midnight on. As in the history, a value is what one interval
/// holds; <see cref="Occurrences"/> says how often the clocks show it that day.
/// </summary>
public sealed record ForecastDay
{
    public required LocalDate Date { get; init; }

    /// <summary>Closed all day, by the calendar or the opening hours: all volumes are 0.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The type of special day, null for an ordinary one.</summary>
    public string? Special { get; init; }

    public required Horizon Horizon { get; init; }

    /// <summary>Expected volume by interval, 0 outside the opening hours.</summary>
    public required IReadOnlyList<double> Volumes { get; init; }

    public required IReadOnlyList<VolumeRange> Ranges { get; init; }

    /// <summary>Which intervals are open.</summary>
    public required IReadOnlyList<bool> Open { get; init; }

    /// <summary>1 but where clocks are moved: 0 or 2 there, or a part.</summary>
    public required IReadOnlyList<double> Occurrences { get; init; }

    public double Total => Volumes.Zip(Occurrences, (volume, times) => volume * times).Sum();
}
