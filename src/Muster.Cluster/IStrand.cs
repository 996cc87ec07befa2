namespace Muster.Cluster;

/// <summary>
/// Runs work one piece after the other, never two at once, and what follows an await on it too. All protocol state
/// belongs to a strand, so that it needs no lock; a simulation runs every strand of a cluster on one thread.
/// </summary>
public interface IStrand
{
    /// <summary>Queues work. Safe for many threads.</summary>
    void Post(Action work);

    /// <summary>Runs work on the strand and answers with its result. Safe for many threads.</summary>
    /// <param name="token">Cancelled before its turn has come, the work is not begun.</param>
    Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken token);
}
