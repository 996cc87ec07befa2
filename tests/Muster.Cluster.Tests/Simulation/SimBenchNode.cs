namespace Muster.Cluster.Tests.Simulation;

/// <summary>A process on a bench: what is done in it goes on when time passes.</summary>
internal sealed class SimBenchNode
{
    public SimBenchNode(SimBench bench, NodeId self)
    {
        Self = self;
        Process = new SimProcess(bench.World, self.Name);
        Time = new SimTime(bench.World, Process);
        Stores = new SimStores(bench.Database, Process, self);
        Strand = new SimStrand(Process);
    }

    public NodeId Self { get; }

    public SimProcess Process { get; }

    public SimTime Time { get; }

    public SimStores Stores { get; }

    public SimStrand Strand { get; }

    public T Do<T>(Func<T> work)
    {
        T result = default!;
        Process.Run(_ => result = work(), null);
        return result;
    }

    public void Do(Action work) => Process.Run(_ => work(), null);
}
