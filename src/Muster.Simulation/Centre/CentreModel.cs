using NodaTime;

namespace Muster.Simulation.Centre;

/// <summary>
/// A contact centre: what comes, who is there, who takes what. Immutable; times are seconds from its start.
/// </summary>
public sealed record CentreModel
{
    public required IReadOnlyList<CallQueue> Queues { get; init; }

    public required IReadOnlyList<AgentGroup> Groups { get; init; }

    /// <summary>Agents with schedules, beside those that the groups have on queue all the time.</summary>
    public IReadOnlyList<CentreAgent> Agents { get; init; } = [];

    public RoutingPolicy Policy { get; init; } = RoutingPolicy.Priority;

    /// <summary>Calls arrive in <c>[0, horizon)</c>; whoever is there then is still served.</summary>
    public required double HorizonSeconds { get; init; }

    /// <summary>What happens before does not count: until a centre that starts empty is as it usually is.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>
    /// The length of the intervals of the results, from the end of the warm-up; the last may be shorter.
    /// </summary>
    public double IntervalSeconds { get; init; } = 900;

    /// <summary>True: a busy day is busy for all queues. False: each queue draws a day factor of its own.</summary>
    public bool SharedDayFactor { get; init; } = true;

    /// <summary>The instant of second 0, for hosts that run in real time. Midnight, where days matter.</summary>
    public Instant Start { get; init; } = NodaConstants.UnixEpoch;
}
