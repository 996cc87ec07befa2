using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>A database and a clock for a test that builds only the parts it is about.</summary>
internal sealed class SimBench
{
    public SimBench()
    {
        var referee = new Referee(World, SimPlan.From(new Random(1)));
        Database = new SimDatabase(World, referee);
    }

    public World World { get; } = new(1);

    public SimDatabase Database { get; }

    public SimBenchNode Node(string name, long incarnation = 1) => new(this, new NodeId(name, incarnation));

    /// <summary>Lets time pass, and all that happens in it.</summary>
    public void Pass(double milliseconds) =>
        World.RunUntil(TimeSpan.FromTicks(World.Now) + TimeSpan.FromMilliseconds(milliseconds));

    public ScopeDelta Write(ScopeName scope, params string[] ids) => Database.Write(scope, ids);
}
