namespace Muster.Cluster.Tests.Simulation;

/// <summary>A process of the simulation has one thread, so all of it is one strand.</summary>
internal sealed class SimStrand(SimProcess process) : IStrand
{
    public void Post(Action work) => process.Post(static state => ((Action)state!)(), work);

    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken token) => work();
}
