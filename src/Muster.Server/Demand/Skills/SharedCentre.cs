using Muster.Simulation;
using Muster.Simulation.Centre;
using Muster.Simulation.Staffing;

namespace Muster.Server.Demand.Skills;

/// <summary>
/// Queues and agents as the simulation knows them. A call goes to the idle agent with the fewest skills, so that those
/// with more are kept for what others cannot do; who becomes ready takes the call that waits longest.
/// </summary>
internal sealed class SharedCentre(IReadOnlyList<SharedQueue> queues, IReadOnlyList<SkilledGroup> groups)
{
    private const int SecondsPerMinute = 60;
    private const int BestLevel = 100;
    private const int SettlingHandleTimes = 20;

    // A replication of a steady state; of uncertain days each is another one.
    private const int Replications = 10;
    private const int UncertainReplications = 100;
    private const int FewestDays = 50;
    private const int MostDays = 1000;
    private const double CallsOfDays = 200_000;

    /// <summary>
    /// How many agents it takes when an interval lasts until all has settled, as Erlang's formulas have it.
    /// </summary>
    /// <param name="calls">So many are simulated of each staffing.</param>
    public StaffingProblem Problem(int from, int to, int calls)
    {
        var replications = queues.Any(queue => queue.IsUncertain) ? UncertainReplications : Replications;
        var perSecond = queues.Sum(queue => queue.ContactsIn(from, to)) / ((to - from) * SecondsPerMinute);
        var settling = SettlingHandleTimes * queues.Max(queue => queue.HandleIn(from, to));
        var measured = calls / perSecond / replications;
        return new StaffingProblem
        {
            Model = new CentreModel
            {
                Queues =
                [
                    .. queues.Select(queue => queue.Queue(
                        from, to, Arrivals.Constant(queue.ContactsIn(from, to) * 60 / (to - from)))),
                ],
                Groups = [.. groups.Select(group => Group(group) with { AlwaysOnQueue = 0 })],
                Policy = RoutingPolicy.LongestWait,
                WarmUpSeconds = settling,
                HorizonSeconds = settling + measured,
                IntervalSeconds = measured,
            },
            Goals = [.. queues.Select(queue => queue.Goal()).OfType<QueueGoal>()],
            MaxOccupancy = queues.Min(queue => queue.MaxOccupancy),
            Simulation = new SimulationOptions { Replications = replications },
        };
    }

    /// <summary>
    /// A part of the day with the given agents all through it. What came in the half hour before is there already, if
    /// it was open.
    /// </summary>
    public CentreModel Window(int from, int to, double volumeFactor)
    {
        var before = Math.Max(0, from - 30);
        var warmUp = queues.Any(queue => queue.ContactsIn(before, from) > 0) ? from - before : 0;
        return new CentreModel
        {
            Queues =
            [
                .. queues.Select(queue => queue.Queue(from, to, Arrivals.ByInterval(
                    [.. queue.PerMinute(from - warmUp, to).Select(contacts => contacts * volumeFactor)],
                    SecondsPerMinute))),
            ],
            Groups = [.. groups.Select(Group)],
            Policy = RoutingPolicy.LongestWait,
            WarmUpSeconds = warmUp * SecondsPerMinute,
            HorizonSeconds = (to - from + warmUp) * SecondsPerMinute,
            IntervalSeconds = (to - from) * SecondsPerMinute,
        };
    }

    /// <summary>How often that day is tried: the quieter it is, the more often.</summary>
    public SimulationOptions Days(int from, int to, double volumeFactor)
    {
        var each = queues.Sum(queue => queue.ContactsIn(from, to)) * volumeFactor;
        return new SimulationOptions
        {
            Replications = (int)Math.Clamp(CallsOfDays / Math.Max(1, each), FewestDays, MostDays),
        };
    }

    private static AgentGroup Group(SkilledGroup group) => new()
    {
        Name = group.Name,
        AlwaysOnQueue = group.Agents,
        Skills =
        [
            .. group.Serves.Select(id => new QueueSkill($"{id}", Math.Max(1, BestLevel - group.Serves.Count))),
        ],
    };
}
