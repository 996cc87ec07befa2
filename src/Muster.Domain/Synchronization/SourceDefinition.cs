using System.Collections.Frozen;
using Muster.Domain.People;

namespace Muster.Domain.Synchronization;

/// <summary>A source, and how it is to be followed.</summary>
public sealed record SourceDefinition
{
    public required SourceId Id { get; init; }

    public required string Name { get; init; }

    public required SourceType Type { get; init; }

    public SourceSettings Settings { get; init; } = new();

    public SynchronizationLevel Level { get; init; } = SynchronizationLevel.Everything;

    /// <summary>Minutes between full runs; 0: one at the start, then real time only.</summary>
    public int TimeoutMinutes { get; init; } = 60;

    public FrozenSet<AgentField> OwnedByWfm { get; init; } = [];

    public Brake Brake { get; init; } = new();

    public DateTimeOffset? RemovedAt { get; init; }

    public long Version { get; init; } = 1;

    public SourceRules Rules => new(Level, OwnedByWfm);
}
