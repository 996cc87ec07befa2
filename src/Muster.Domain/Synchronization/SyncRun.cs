namespace Muster.Domain.Synchronization;

/// <summary>One reading of everything that a source holds.</summary>
public sealed record SyncRun(
    Guid Id,
    SourceId Source,
    RunKind Kind,
    RunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    RunCounts Counts,
    string Sentence);
