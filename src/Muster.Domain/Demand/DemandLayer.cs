using NodaTime;

namespace Muster.Domain.Demand;

/// <summary>A named change that somebody has made to a forecast; on top of it, never in it.</summary>
/// <param name="Name">Unique among the layers of a group.</param>
/// <param name="Value">Contacts, or a factor, as the kind says.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day, which counts too.</param>
public sealed record DemandLayer(string Name, LayerKind Kind, double Value, LocalDate From, LocalDate Through)
{
    public bool IsOn { get; init; } = true;

    /// <summary>Time of the day from which on; midnight is the begin of the day.</summary>
    public LocalTime Start { get; init; } = LocalTime.Midnight;

    /// <summary>Time of the day up to which, not included; midnight is the end of the day.</summary>
    public LocalTime End { get; init; } = LocalTime.Midnight;

    /// <summary>Null: every weekday.</summary>
    public IReadOnlyList<IsoDayOfWeek>? Weekdays { get; init; }
}
