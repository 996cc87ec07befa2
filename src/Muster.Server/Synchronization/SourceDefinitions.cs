using Muster.Cluster.Streams;
using Muster.Domain.Outcomes;
using Muster.Domain.Synchronization;
using Muster.Server.Api.Synchronization;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>Defines sources, and asks for runs over them.</summary>
public sealed class SourceDefinitions(SourceStore store, RunStore runs, SourceReading reading, Audit audit)
{
    private const string Title = "source";

    public async Task<Outcome<SourceView>> CreateAsync(
        WriteTransaction transaction, SourceBody body, CancellationToken token)
    {
        var fresh = new SourceDefinition
        {
            Id = new SourceId(Guid.CreateVersion7(transaction.Context.At)),
            Name = "",
            Type = SourceType.Directory,
        };
        var source = body.Apply(fresh);
        if ((Check(source) ?? Missing(source, fresh)) is { } refusal)
        {
            return refusal;
        }

        return await store.InsertAsync(transaction, source, token)
            ? await TellAsync(transaction, "created", null, source, token)
            : Taken(source.Name);
    }

    public async Task<Outcome<SourceView>> ChangeAsync(
        WriteTransaction transaction, SourceId id, long version, SourceBody body, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, version, token);
        if (found.Refused is { } missing)
        {
            return missing;
        }

        var after = body.Apply(found.Value) with { Version = version + 1 };
        var refused = Check(after) ?? Missing(after, found.Value) ?? (after.Type != found.Value.Type
            ? new Refusal.Invalid("type", "cannot be changed.\nMaybe define another source.")
            : null);
        if (refused is not null)
        {
            return refused;
        }

        if (!await store.UpdateAsync(transaction, after, token))
        {
            return Taken(after.Name);
        }

        // Other rules are for those too of whom the source has nothing new to say.
        var isFollowed = after.Level != SynchronizationLevel.Off && after.Type != SourceType.Import;
        if (isFollowed && !HasRulesOf(after, found.Value))
        {
            await store.AskAsync(transaction, id, RunKind.Full, token);
        }

        return await TellAsync(transaction, "changed", found.Value, after, token);
    }

    public async Task<Outcome<SourceView>> RemoveAsync(
        WriteTransaction transaction, SourceId id, long version, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, version, token);
        if (found.Refused is { } missing)
        {
            return missing;
        }

        var after = found.Value with { Version = version + 1, RemovedAt = transaction.Context.At };
        await store.UpdateAsync(transaction, after, token);
        return await TellAsync(transaction, "removed", found.Value, after, token);
    }

    public async Task<Outcome<SourceView>> AskAsync(
        WriteTransaction transaction, SourceId id, RunKind kind, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, null, token);
        if (found.Refused is { } missing)
        {
            return missing;
        }

        if (found.Value.Level == SynchronizationLevel.Off || found.Value.Type == SourceType.Import)
        {
            return new Refusal.Conflict(
                $"Nobody follows {found.Value.Name}.\n"
                + "Maybe set its level to 1 or 2; into an import, files are brought.");
        }

        await store.AskAsync(transaction, id, kind, token);
        Record(transaction, found.Value);
        return await reading.ViewAsync(found.Value, token);
    }

    public async Task<Outcome<SyncRun>> ApproveAsync(
        WriteTransaction transaction, Guid run, CancellationToken token)
    {
        if (await runs.FindAsync(run, token) is not { } held)
        {
            return new Refusal.NotFound("run", run.ToString());
        }

        if (!await runs.ApproveAsync(transaction, run, token))
        {
            return new Refusal.Conflict(
                $"This run is not held: {SourceStore.WordOf(held.State)}. {held.Sentence}\n"
                + "Maybe look at the latest run.");
        }

        var found = await FindAsync(transaction, held.Source, null, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("approved", "synchronization run", run.ToString()), null, RunView.Of(held),
            token);
        Record(transaction, found.Value);
        return held with { State = RunState.Approved };
    }

    private async Task<Outcome<SourceDefinition>> FindAsync(
        WriteTransaction transaction, SourceId id, long? version, CancellationToken token) =>
        await store.LockAsync(transaction, id, token) switch
        {
            null or { RemovedAt: not null } => new Refusal.NotFound(Title, id.ToString()),
            var found when version is { } expected && found.Version != expected =>
                new Refusal.Stale(Title, expected, found.Version),
            var found => found,
        };

    private async Task<SourceView> TellAsync(
        WriteTransaction transaction, string action, SourceDefinition? before, SourceDefinition after,
        CancellationToken token)
    {
        await audit.AppendAsync(
            transaction, new AuditSubject(action, Title, after.Id.ToString()),
            before is null ? null : SourceView.Of(before, Unknown, 0, 0), SourceView.Of(after, Unknown, 0, 0), token);
        Record(transaction, after);
        return await reading.ViewAsync(after, token);
    }

    private static SourceProgress Unknown { get; } = new(null, "", "", null, null, null, null, null);

    private static void Record(WriteTransaction transaction, SourceDefinition source) => transaction.Record(
        SourceStore.Scope, new Change(SourceStore.Entity, source.Id.ToString(), source.Version, ChangeOperation.Put));

    private static Refusal? Check(SourceDefinition source)
    {
        var settings = source.Settings;
        return new FieldChecks()
            .Text("name", source.Name, 1, 100)
            .Range("level", (int)source.Level, 0, 2)
            .Range("timeout_minutes", source.TimeoutMinutes, 0, 7 * 24 * 60)
            .That(source.Brake.Percent is >= 0 and <= 100, "brake_percent", "must be 0 to 100.")
            .Range("brake_people", source.Brake.People, 0, 1_000_000)
            .That(source.Type != SourceType.Folder || settings.Folder?.Length > 0, "settings.folder",
                "is required for a folder: its path, as every server sees it.")
            .That(settings.Address is null || Uri.IsWellFormedUriString(settings.Address, UriKind.Absolute),
                "settings.address", "must be an address like https://directory.example.org.")
            .That(source.Type != SourceType.Import || settings.Tenant?.Length > 0, "settings.tenant",
                "is required for an import: the external id of the tenant of files that name none.")
            .Refusal;
    }

    // Asked only when it is said: what is not mounted for a while is no reason to refuse another change.
    private static Refusal.Invalid? Missing(SourceDefinition source, SourceDefinition before) =>
        source is { Type: SourceType.Folder, Settings.Folder: { } folder } && folder != before.Settings.Folder
        && !Directory.Exists(folder)
            ? new Refusal.Invalid(
                "settings.folder",
                $"names no folder on this server: {folder}.\nMaybe it is not mounted, or the path is misspelt.")
            : null;

    private static bool HasRulesOf(SourceDefinition one, SourceDefinition other) =>
        one.Level == other.Level && one.OwnedByWfm.SetEquals(other.OwnedByWfm);

    private static Refusal.Invalid Taken(string name) => new("name", $"is taken: {name}.");
}
