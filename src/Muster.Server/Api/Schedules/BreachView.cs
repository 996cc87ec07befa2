using Muster.Server.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A rule of an agent's work plan that a change breaks.</summary>
/// <param name="Rule">The work plan's field.</param>
public sealed record BreachView(Guid AgentId, string AgentName, LocalDate Day, string Rule, string Sentence)
{
    public static BreachView Of(AgentBreach breach) => new(
        breach.Agent.Id.Value, breach.Agent.FullName, breach.Breach.Day, breach.Breach.Rule, breach.ToString());
}
