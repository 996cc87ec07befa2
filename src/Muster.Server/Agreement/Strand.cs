using Muster.Cluster;

namespace Muster.Server.Agreement;

/// <summary>A strand on the thread pool: one piece of work at a time, on whichever thread is free.</summary>
internal sealed class Strand : IStrand
{
    private readonly TaskFactory _factory = new(
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        TaskContinuationOptions.None,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    // A fault in posted work has nobody to go to. It ends the process, as it would on a thread of its own.
    public void Post(Action work) => _factory.StartNew(work).ContinueWith(
        static posted => ThreadPool.QueueUserWorkItem(static fault => throw fault, posted.Exception!, false),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);

    public Task<T> RunAsync<T>(Func<Task<T>> work) => _factory.StartNew(work).Unwrap();
}
