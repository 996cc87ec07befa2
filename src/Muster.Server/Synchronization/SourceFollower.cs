using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// Follows one source while this node has its lease: changes as they come, from time to time everything, and who plans
/// its sites.
/// </summary>
public sealed class SourceFollower(SourceTenure tenure, PageWriter writer, SyncStores stores, Database database)
{
    public async Task RunAsync(SourceFeed feed, SourceRuns runs, SourceSites sites, CancellationToken token)
    {
        await writer.BeginAsync(tenure, token);
        var progress = (await stores.Sources.ReadProgressAsync(token))[tenure.Source.Id];
        tenure.Cursor = progress.Cursor;

        // What had come in when the last one to follow it ended, and was still waited for.
        var waiting = await stores.Issues.FindWaitingAsync(
            database, tenure.Source.Id, [.. tenure.Entities.Keys], token);
        await writer.LookAgainAsync(tenure, waiting, token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task[] loops =
        [
            feed.RunAsync(stop.Token), runs.RunAsync(progress.LastFullAt, stop.Token), sites.RunAsync(stop.Token),
        ];
        var first = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await Task.WhenAny(Task.WhenAll(loops));
        await first;
    }
}
