using Muster.Simulation.Centre;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>What an agent does in <c>[start, end)</c>.</summary>
public readonly record struct TimedActivity(Instant Start, Instant End, AgentActivity Activity)
{
    public Duration Length => End - Start;
}
