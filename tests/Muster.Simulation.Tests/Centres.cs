using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Results;

namespace Muster.Simulation.Tests;

/// <summary>Small centres to test with.</summary>
internal static class Centres
{
    public const double Hour = 3600;

    public static CallQueue Queue(string name, double perHour, double handleSeconds, double patienceSeconds) => new()
    {
        Name = name,
        Arrivals = Arrivals.Constant(perHour),
        HandleTime = Distribution.Exponential(handleSeconds),
        Patience = Patience(patienceSeconds),
    };

    public static Distribution Patience(double seconds) =>
        double.IsPositiveInfinity(seconds) ? Distribution.Never : Distribution.Exponential(seconds);

    public static AgentGroup Group(string name, int agents, params QueueSkill[] skills) =>
        new() { Name = name, AlwaysOnQueue = agents, Skills = skills };

    /// <summary>One queue "calls", one group "all".</summary>
    public static CentreModel Single(CallQueue queue, int agents, double horizonSeconds) => new()
    {
        Queues = [queue],
        Groups = [Group("all", agents, new QueueSkill(queue.Name))],
        HorizonSeconds = horizonSeconds,
    };

    /// <summary>Long enough for so many calls, in batches, after a warm-up.</summary>
    public static CentreModel ForCalls(this CentreModel model, double calls, double perHour)
    {
        const int Batches = 40;
        var (seconds, warmUp) = (calls / perHour * Hour, 8 * Hour);
        return model with
        {
            HorizonSeconds = warmUp + seconds,
            WarmUpSeconds = warmUp,
            IntervalSeconds = seconds / Batches,
        };
    }

    public static SimulationResult Run(this CentreModel model, ulong seed = 1, int replications = 1) =>
        Simulator.Run(model, new SimulationOptions { Seed = seed, Replications = replications },
            CancellationToken.None);
}
