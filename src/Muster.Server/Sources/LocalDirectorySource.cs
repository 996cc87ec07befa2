using System.Runtime.CompilerServices;
using System.Text.Json;
using Muster.Domain.Sources;
using Muster.Server.Directories;
using Muster.Storage;
using Muster.Storage.Directories;

namespace Muster.Server.Sources;

/// <summary>The directory of this installation, without a network between. Its rows go through the same form.</summary>
public sealed class LocalDirectorySource(DirectoryStore store, DirectoryFeed feed, DirectorySnapshots snapshots)
    : ISource
{
    public async Task<SourceSnapshot> OpenSnapshotAsync(CancellationToken token)
    {
        var snapshot = await GuardAsync(() => snapshots.OpenAsync(token));
        return new SourceSnapshot(DirectoryCursor.Text(snapshot.Position), ReadAsync(snapshot, token));
    }

    public async Task<SourceChanges> ReadChangesAsync(string cursor, TimeSpan wait, CancellationToken token)
    {
        var after = DirectoryCursor.Parse(cursor)
            ?? throw new CursorRefusedException($"\"{cursor}\" is no cursor of the directory.");
        var page = await GuardAsync(() => feed.ReadAsync(after, DirectoryFeed.MostChanges, wait, token));
        if (page.Refused is { } why)
        {
            throw new CursorRefusedException($"Changes cannot go on from the cursor {cursor}. {why}");
        }

        return new SourceChanges(
            [.. page.Written.Select((written, at) => Read(written, $"change {at + 1} after {cursor}"))],
            DirectoryCursor.Text(page.Next), page.HasMore);
    }

    public async Task<SourceObject?> FindAsync(ObjectKind kind, string externalId, CancellationToken token)
    {
        var entry = ExternalId.Fault(externalId) is null
            ? await GuardAsync(() => store.FindAsync(kind, externalId, token))
            : null;
        return entry is null ? null
            : Read(entry.Written, externalId) is { Given: { } given } ? given
            : throw new SourceBrokenException($"{SourceJson.Name(kind)} {externalId} cannot be read.");
    }

    private static SourceRow Read(string written, string place) =>
        SourceObjectJson.Read(JsonElement.Parse(written), place);

    private static async IAsyncEnumerable<SourceRow> ReadAsync(
        DirectorySnapshot snapshot, [EnumeratorCancellation] CancellationToken token)
    {
        await using (snapshot)
        {
            await using var rows = snapshot.ReadAsync(token).GetAsyncEnumerator(token);
            for (var at = 1; await GuardAsync(() => rows.MoveNextAsync().AsTask()); at++)
            {
                yield return Read(rows.Current.Written, $"snapshot, object {at}");
            }
        }
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            throw new SourceAwayException($"The directory's database is away: {problem.Message}", cause: problem);
        }
    }
}
