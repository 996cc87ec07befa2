using Muster.Domain.People;
using Muster.Domain.Schedules;

namespace Muster.Server.Schedules;

/// <summary>A rule of an agent's work plan that a change would break.</summary>
public sealed record AgentBreach(Agent Agent, PlanBreach Breach)
{
    public override string ToString() => $"{Agent.FullName} {Breach.Sentence} ({Breach.Day:uuuu-MM-dd}).";
}
