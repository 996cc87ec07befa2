using Muster.Cluster.Streams;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Storage;
using Muster.Storage.Directories;

namespace Muster.Server.Directories;

/// <summary>Writes objects to the directory. What is wrong stays out, the rest goes in.</summary>
public sealed class DirectoryWrites(DirectoryStore store)
{
    private readonly DirectoryReferences _references = new(store);

    /// <returns>What became of each, in the same order.</returns>
    public async Task<IReadOnlyList<DirectoryResult>> WriteAsync(
        WriteTransaction transaction, ObjectKind kind, IReadOnlyList<DirectoryItem> items, CancellationToken token)
    {
        CheckAlone(items);
        await store.LockAsync(transaction, token);
        var ids = items.Where(item => !item.IsRefused).Select(item => item.ExternalId).ToList();
        var known = (await store.FindAsync(transaction, kind, ids, token))
            .ToDictionary(entry => entry.ExternalId, StringComparer.Ordinal);
        CheckKnown(kind, items, known);
        await _references.CheckAsync(transaction, kind, items, known, token);
        var changed = await ApplyAsync(transaction, kind, items, token);
        var results = items.Select(item => Result(
            item, known.GetValueOrDefault(item.ExternalId), changed.GetValueOrDefault(item.ExternalId))).ToList();
        foreach (var result in results)
        {
            Record(transaction, result);
        }

        return results;
    }

    private static void CheckAlone(IReadOnlyList<DirectoryItem> items)
    {
        foreach (var item in items)
        {
            if (!item.IsRefused && ExternalId.Fault(item.ExternalId) is { } fault)
            {
                item.Refuse("external_id", item.ExternalId, fault);
            }

            if (item.Content is not null)
            {
                item.Refuse(ContentChecks.Check(item.Content));
            }
        }

        foreach (var twice in items.GroupBy(item => item.ExternalId, StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            var numbers = string.Join(", ", twice.Select(item => item.Number));
            foreach (var item in twice)
            {
                item.Refuse("external_id", item.ExternalId,
                    $"stands in the items {numbers}. Maybe send each object once.");
            }
        }
    }

    private static void CheckKnown(
        ObjectKind kind, IReadOnlyList<DirectoryItem> items, Dictionary<string, DirectoryEntry> known)
    {
        var name = SourceJson.Name(kind).Replace('_', ' ');
        foreach (var item in items.Where(item => !item.IsRefused))
        {
            var entry = known.GetValueOrDefault(item.ExternalId);
            if (entry is null && item.Content is null)
            {
                item.Refuse("external_id", item.ExternalId, $"is no {name} of the directory. Maybe it is misspelt.",
                    new Refusal.NotFound(name, item.ExternalId));
            }
            else if (item.ExpectedVersion is { } expected && expected != (entry?.Version ?? 0))
            {
                item.Refuse(
                    "version", $"{expected}", $"is not the version, {entry?.Version ?? 0} is. Maybe read again.",
                    new Refusal.Stale(name, expected, entry?.Version ?? 0));
            }
        }
    }

    private async Task<Dictionary<string, DirectoryEntry>> ApplyAsync(
        WriteTransaction transaction, ObjectKind kind, IReadOnlyList<DirectoryItem> items, CancellationToken token)
    {
        var going = items.Where(item => !item.IsRefused).ToList();
        var puts = going.Where(item => item.Content is not null)
            .Select(item => (
                item.ExternalId, SourceReferences.TenantOf(item.Content!) ?? item.ExternalId,
                SourceJson.Write(item.Content!)))
            .ToList();
        var removals = going.Where(item => item.Content is null).Select(item => item.ExternalId).ToList();
        var put = puts.Count == 0 ? [] : await store.PutAsync(transaction, kind, puts, token);
        var removed = removals.Count == 0 ? [] : await store.RemoveAsync(transaction, kind, removals, token);
        return put.Concat(removed).ToDictionary(entry => entry.ExternalId, StringComparer.Ordinal);
    }

    private static DirectoryResult Result(DirectoryItem item, DirectoryEntry? before, DirectoryEntry? changed)
    {
        var outcome = item.IsRefused ? DirectoryOutcome.Refused
            : changed is null ? DirectoryOutcome.Unchanged
            : changed.IsGone ? DirectoryOutcome.Removed
            : before is null or { IsGone: true } ? DirectoryOutcome.Created
            : DirectoryOutcome.Updated;
        return new DirectoryResult(item, outcome, before, item.IsRefused ? null : changed ?? before);
    }

    private static void Record(WriteTransaction transaction, DirectoryResult result)
    {
        if (result is { After: { } after, Outcome: not DirectoryOutcome.Unchanged })
        {
            transaction.Record(DirectoryFeedStore.Scope, new Change(
                SourceJson.Name(after.Kind), after.ExternalId, after.Version,
                after.IsGone ? ChangeOperation.Delete : ChangeOperation.Put, after.Written));
        }
    }
}
