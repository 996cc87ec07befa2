using Muster.Domain.People;
using Muster.Domain.Scheduling;
using NodaTime;

namespace Muster.Storage.Scheduling;

/// <summary>What a build builds anew, as it is kept.</summary>
internal sealed record RebuildFields(
    Guid Of, IReadOnlyList<Guid>? Agents, IReadOnlyList<LocalDate>? Days, IReadOnlyList<Guid> LockedAgents,
    IReadOnlyList<LocalDate> LockedDays)
{
    public static RebuildFields From(Rebuild rebuild) => new(
        rebuild.Of.Value, rebuild.Agents?.Select(agent => agent.Value).ToList(), rebuild.Days,
        [.. rebuild.Locked.Select(cell => cell.Agent.Value)], [.. rebuild.Locked.Select(cell => cell.Day)]);

    public Rebuild Read() => new()
    {
        Of = new BuildId(Of),
        Agents = Agents?.Select(agent => new AgentId(agent)).ToList(),
        Days = Days,
        Locked = [.. LockedAgents.Zip(LockedDays, (agent, day) => new AgentDay(new AgentId(agent), day))],
    };
}
