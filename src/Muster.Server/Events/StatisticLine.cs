namespace Muster.Server.Events;

/// <summary>The numbers of a queue's interval; null: not told.</summary>
public sealed record StatisticLine
{
    public required string Queue { get; init; }

    public required int Minutes { get; init; }

    public required double Offered { get; init; }

    public double? Answered { get; init; }

    public double? Abandoned { get; init; }

    public double? HandleSeconds { get; init; }

    public double? AnsweredWithin { get; init; }
}
