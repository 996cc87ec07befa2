using Muster.Cluster.Streams;
using Muster.Storage.Directories;

namespace Muster.Server.Directories;

/// <summary>The changes of the directory, for whoever follows it.</summary>
public sealed class DirectoryFeed(DirectoryFeedStore store, DirectoryWatch watch, TimeProvider time)
{
    public const int MostChanges = 1000;

    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The changes after a position; waits for the first of them, at most so long.</summary>
    public async Task<DirectoryChanges> ReadAsync(
        ScopePosition after, int limit, TimeSpan wait, CancellationToken token)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var moved = watch.Moved;
            var page = await store.ReadAsync(after, limit, token);
            var left = wait - time.GetElapsedTime(began);
            if (page.Refused is not null || page.Written.Count > 0 || left <= TimeSpan.Zero
                || watch.Stopping.IsCancellationRequested)
            {
                return page;
            }

            await WaitAsync(moved, left, token);
        }
    }

    private async Task WaitAsync(Task moved, TimeSpan atMost, CancellationToken token)
    {
        try
        {
            await moved.WaitAsync(atMost, time, token);
        }
        catch (TimeoutException)
        {
            // Nothing changed: the answer says so.
        }
    }
}
