using NodaTime;

namespace Muster.Domain.Calendars;

/// <summary>
/// An event of a calendar, <c>[start, end)</c>: instants, so that every device shows them by its own clock.
/// </summary>
public sealed record CalendarEvent
{
    /// <summary>Names the event for ever; a calendar that knows it changes it, and makes no second one.</summary>
    public required string Uid { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    public required string Summary { get; init; }

    /// <summary>Lines, shown with the event; empty for none.</summary>
    public string Description { get; init; } = "";

    public required Instant ChangedAt { get; init; }

    /// <summary>How often it was changed.</summary>
    public required long Changes { get; init; }

    /// <summary>Whether one can be asked for something else meanwhile.</summary>
    public bool IsFree { get; init; }
}
