using Muster.Cluster;
using Muster.Storage.Directories;

namespace Muster.Server.Directories;

/// <summary>
/// Tells on this node that the directory has changed, whichever node it was changed through. Safe for many threads.
/// </summary>
public sealed class DirectoryWatch : IHostedService
{
    private volatile TaskCompletionSource _moved = New();

    public DirectoryWatch(ClusterNode node, IHostApplicationLifetime life)
    {
        node.FollowMarks(DirectoryFeedStore.Scope);
        node.Applied += (scope, _) =>
        {
            if (scope == DirectoryFeedStore.Scope)
            {
                Wake();
            }
        };
        Stopping = life.ApplicationStopping;
        life.ApplicationStopping.Register(Wake);
    }

    /// <summary>
    /// Ends at the next change. Taken before the changes are read, it misses none. It may end without a change.
    /// </summary>
    public Task Moved => _moved.Task;

    /// <summary>The process stops: whoever waits is to answer.</summary>
    public CancellationToken Stopping { get; }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Who waits goes on elsewhere: this may be the cluster's strand.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Wake() => Interlocked.Exchange(ref _moved, New()).TrySetResult();
}
