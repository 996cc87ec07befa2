namespace Muster.Server.Api.Adherence;

/// <summary>What a source told of the agent.</summary>
/// <param name="Place">In the log of all events.</param>
/// <param name="At">When it happened, by the corrected clock of the source.</param>
/// <param name="ReceivedAt">When it was written into the log.</param>
/// <param name="Late">Whether it came more than a minute after it happened.</param>
public sealed record DayEventView(
    long Place, DateTimeOffset At, DateTimeOffset ReceivedAt, string Source, string State, string? Reason, bool Late);
