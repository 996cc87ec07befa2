using NodaTime;

namespace Muster.Server.Demand;

/// <summary>What came to a queue in the interval that begins then.</summary>
/// <param name="Start">As the file writes it.</param>
/// <param name="Offset">From UTC, where the file gives one: the row is about an instant then.</param>
/// <param name="Offered">Contacts that came, answered or not: 0 or more.</param>
/// <param name="Handled">Contacts that were answered; null when the file does not say.</param>
/// <param name="HandleSeconds">All handle times together; null when the file does not say.</param>
public readonly record struct HistoryRow(
    string Queue, LocalDateTime Start, Offset? Offset, double Offered, double? Handled, double? HandleSeconds)
{
    /// <summary>Of the file; its first is 1.</summary>
    public long Line { get; init; }

    public Instant? Instant => Offset is { } offset ? Start.WithOffset(offset).ToInstant() : null;
}
