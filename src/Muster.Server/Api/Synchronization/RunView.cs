using Muster.Domain.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>One reading of everything that a source holds.</summary>
public sealed record RunView(
    Guid Id,
    Guid SourceId,
    RunKind Kind,
    RunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    int Objects,
    int Changed,
    int Ended,
    int Rejected,
    string Sentence)
{
    public static RunView Of(SyncRun run) => new(
        run.Id, run.Source.Value, run.Kind, run.State, run.StartedAt, run.EndedAt, run.Counts.Objects,
        run.Counts.Changed, run.Counts.Ended, run.Counts.Rejected, run.Sentence);
}
