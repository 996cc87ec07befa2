namespace Muster.Storage.Events;

/// <summary>What a queue did in an interval, as a source tells it.</summary>
public sealed record IntervalStatistic
{
    /// <summary>The source's number.</summary>
    public required int Source { get; init; }

    public required string Queue { get; init; }

    /// <summary>When the interval begins.</summary>
    public required DateTimeOffset At { get; init; }

    public required int Minutes { get; init; }

    public required double Offered { get; init; }

    /// <summary>Null: not told; so with all that follow.</summary>
    public double? Answered { get; init; }

    public double? Abandoned { get; init; }

    /// <summary>The sum over those answered, after-call work included.</summary>
    public double? HandleSeconds { get; init; }

    /// <summary>Answered within the time of the service level.</summary>
    public double? AnsweredWithin { get; init; }

    public required int Run { get; init; }

    public required long Position { get; init; }

    /// <summary>A hash of what the source said.</summary>
    public required long Content { get; init; }
}
