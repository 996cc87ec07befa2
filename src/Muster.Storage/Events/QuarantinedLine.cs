namespace Muster.Storage.Events;

/// <summary>A line that could not be used.</summary>
public sealed record QuarantinedLine
{
    /// <summary>In the order in which they came first; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>The source's number.</summary>
    public required int Source { get; init; }

    public required int Run { get; init; }

    /// <summary>Null: the line tells none.</summary>
    public long? Position { get; init; }

    /// <summary>A hash of what it said.</summary>
    public required long Content { get; init; }

    public required string Line { get; init; }

    public required QuarantineKind Kind { get; init; }

    /// <summary>Empty when the line as a whole is meant.</summary>
    public required string Field { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary>How often the same line came.</summary>
    public long Times { get; init; } = 1;
}
