using Muster.Domain.Sources;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>Follows one source while this node has its lease: changes as they come, and from time to time everything.
/// </summary>
public sealed class SourceFollower(
    SourceTenure tenure, PageWriter writer, SyncStores stores, Database database)
{
    private const int Many = 250;

    public async Task RunAsync(SourceFeed feed, SourceRuns runs, CancellationToken token)
    {
        await writer.BeginAsync(tenure, token);
        var progress = (await stores.Sources.ReadProgressAsync(token))[tenure.Source.Id];
        tenure.Cursor = progress.Cursor;
        await LookAgainAsync(
            await stores.Issues.FindWaitingAsync(database, tenure.Source.Id, [.. tenure.Entities.Keys], token), token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        Task[] loops = [feed.RunAsync(stop.Token), runs.RunAsync(progress.LastFullAt, stop.Token)];
        var first = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await Task.WhenAny(Task.WhenAll(loops));
        await first;
    }

    /// <summary>Decides again on the people of a site.</summary>
    public async Task LookAgainAsync(string site, CancellationToken token)
    {
        for (var after = ""; ;)
        {
            var people = await stores.Mirror.ReadPeopleAsync(tenure.Source.Id.Value, site, after, Many, token);
            await LookAgainAsync([.. people.Select(row => (row.Kind, row.ExternalId))], token);
            if (people.Count < Many)
            {
                return;
            }

            after = people[^1].ExternalId;
        }
    }

    private Task LookAgainAsync(
        IReadOnlyList<(ObjectKind Kind, string ExternalId)> objects, CancellationToken token) =>
        objects.Count == 0 ? Task.CompletedTask : writer.LookAgainAsync(tenure, objects, token);
}
