using Muster.Domain.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>A version of the published schedules.</summary>
/// <param name="Kind">publish, edit or restore.</param>
/// <param name="DraftId">What was published.</param>
public sealed record RevisionView(
    long Version, RevisionKind Kind, string Author, DateTimeOffset At, string Note, int Agents, int AgentDays,
    Guid? DraftId)
{
    public static RevisionView Of(ScheduleRevision revision) => new(
        revision.Version, revision.Kind, revision.Author, revision.At, revision.Note, revision.Agents,
        revision.AgentDays, revision.Draft?.Value);
}
