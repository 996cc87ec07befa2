using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A draft that is to be published.</summary>
/// <param name="ScheduleId">The draft. Not needed where the address names it.</param>
/// <param name="BaseVersion">
/// Of the published schedules, as the caller knows them. That they have moved on is no conflict: days are compared.
/// </param>
/// <param name="ForcePublish">Takes the draft's days where others have published something else meanwhile.</param>
/// <param name="Wait">applied: answers when every node has it; committed: at once.</param>
/// <param name="AgentIds">Only theirs; absent: everybody's.</param>
/// <param name="Days">Only these; absent: all.</param>
/// <param name="LeaveOut">Single days of agents that stay in the draft; absent: none.</param>
/// <param name="Note">What the history and the agents are told.</param>
public sealed record PublishBody(
    Guid? ScheduleId = null,
    long? BaseVersion = null,
    bool ForcePublish = false,
    WaitFor Wait = WaitFor.Applied,
    IReadOnlyList<Guid>? AgentIds = null,
    IReadOnlyList<LocalDate>? Days = null,
    IReadOnlyList<SettledDayBody>? LeaveOut = null,
    string Note = "")
{
    private const int LongestNote = 500;
    private const int MostAgents = 20_000;
    private const int MostLeftOut = 10_000;

    public Selection Selection() =>
        new(new DraftId(ScheduleId!.Value), AgentIds?.Select(id => new AgentId(id)).ToList(), Days);

    public Refusal? Check() => new FieldChecks()
        .That(ScheduleId is not null, "schedule_id", "is required: the draft to be published.")
        .That(BaseVersion is null or >= 0, "base_version", "must not be negative.")
        .That(AgentIds is null or { Count: > 0 and <= MostAgents }, "agent_ids",
            $"must be 1 to {MostAgents} agents; leave it out for all.")
        .That(Days is null or { Count: > 0 and <= 366 }, "days", "must be 1 to 366 days; leave it out for all.")
        .That(LeaveOut is null or { Count: <= MostLeftOut }, "leave_out", $"must be at most {MostLeftOut} days.")
        .Text("note", Note, 0, LongestNote)
        .Refusal;
}
