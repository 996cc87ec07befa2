using Muster.Domain.People;
using Muster.Domain.Scheduling;
using NodaTime;

namespace Muster.Server.Api.Scheduling;

/// <summary>What of an earlier build is built anew.</summary>
/// <param name="BuildId">The earlier build: done, and of the same weeks.</param>
/// <param name="AgentIds">Whose days; absent: everybody's.</param>
/// <param name="Days">Which days; absent: all.</param>
/// <param name="Locked">What stays all the same.</param>
public sealed record RebuildBody(
    Guid BuildId, IReadOnlyList<Guid>? AgentIds = null, IReadOnlyList<LocalDate>? Days = null,
    IReadOnlyList<AgentDayBody>? Locked = null)
{
    public static RebuildBody Of(Rebuild rebuild) => new(
        rebuild.Of.Value, rebuild.Agents?.Select(agent => agent.Value).ToList(), rebuild.Days,
        [.. rebuild.Locked.Select(cell => new AgentDayBody(cell.Agent.Value, cell.Day))]);

    public Rebuild Read() => new()
    {
        Of = new BuildId(BuildId),
        Agents = AgentIds?.Distinct().Select(agent => new AgentId(agent)).ToList(),
        Days = Days?.Distinct().ToList(),
        Locked = [.. (Locked ?? []).Select(cell => new AgentDay(new AgentId(cell.AgentId), cell.Day)).Distinct()],
    };
}
