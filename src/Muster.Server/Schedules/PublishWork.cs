using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>What is to be published.</summary>
/// <param name="Source">Which days; they are cleared out of there.</param>
/// <param name="Force">Takes the draft's where others have published something else meanwhile.</param>
public sealed record PublishWork(ScheduleUnit Unit, Selection Source, RevisionKind Kind, string Note, bool Force)
{
    /// <summary>The draft as people know it; null where the source is not one.</summary>
    public ScheduleDraft? Draft { get; init; }

    /// <summary>Told how far it is, where it takes long.</summary>
    public Func<PublishSteps, CancellationToken, Task> Tell { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Days that stay in the draft as they are.</summary>
    public IReadOnlyList<(AgentId Agent, LocalDate Day)> LeaveOut { get; init; } = [];
}
