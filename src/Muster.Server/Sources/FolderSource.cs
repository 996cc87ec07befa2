using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Agreement;

namespace Muster.Server.Sources;

/// <summary>
/// CSV and YAML files in a folder as a source. Its position is a fingerprint of the files; when that changes,
/// everything is read again. Safe for many threads.
/// </summary>
/// <param name="tenant">Whose rows without a tenant are; null: each names one.</param>
public sealed class FolderSource(string folder, string? tenant, TimeProvider time) : ISource
{
    // File systems on a network tell nobody what others have written there.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    // Who copies a file writes it piece by piece: it is read when it has not grown for so long.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    // Beyond the time it may wait for changes, until those that are coming are whole.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="SourceAwayException">Its settings name no folder.</exception>
    public static ISource Open(SourceDefinition source, TimeProvider time) => new FolderSource(
        source.Settings.Folder ?? throw new SourceAwayException(
            $"The source {source.Name} names no folder.\nMaybe set it in its settings."),
        source.Settings.Tenant,
        time);

    public Task<SourceSnapshot> OpenSnapshotAsync(CancellationToken token)
    {
        var look = FolderLook.Take(folder);
        return Task.FromResult(new SourceSnapshot(look.Fingerprint, new FolderRows(look, tenant).ReadAsync(token)));
    }

    public async Task<SourceChanges> ReadChangesAsync(string cursor, TimeSpan wait, CancellationToken token)
    {
        var (began, before) = (time.GetTimestamp(), cursor);
        var changed = new Wake(time);
        using var watch = new FolderWatch(folder, changed);
        while (true)
        {
            var now = FolderLook.Take(folder).Fingerprint;
            if (now != cursor && now == before)
            {
                throw new CursorRefusedException("The files have changed.");
            }

            var left = wait - time.GetElapsedTime(began);
            if (left <= (now == cursor ? TimeSpan.Zero : -Patience))
            {
                return new SourceChanges([], cursor, HasMore: false);
            }

            before = now;
            await (now == cursor ? changed.WaitAsync(left < Poll ? left : Poll, token) : Task.Delay(Rest, time, token));
        }
    }

    public async Task<SourceObject?> FindAsync(ObjectKind kind, string externalId, CancellationToken token)
    {
        await foreach (var row in new FolderRows(FolderLook.Take(folder), tenant).ReadAsync(kind, token))
        {
            if (row.Rejected is { } rejected && rejected.ExternalId == externalId)
            {
                throw new SourceBrokenException($"{rejected.Place}: {rejected.Field} {rejected.Reason}");
            }

            if (row.Given?.ExternalId == externalId)
            {
                return row.Given;
            }
        }

        return null;
    }
}
