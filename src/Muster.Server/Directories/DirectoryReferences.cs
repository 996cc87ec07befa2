using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Storage;
using Muster.Storage.Directories;

namespace Muster.Server.Directories;

/// <summary>
/// Refuses objects that refer to what is not there, or whose going would leave references to nothing. Called under the
/// directory's lock.
/// </summary>
public sealed class DirectoryReferences(DirectoryStore store)
{
    public async Task CheckAsync(
        WriteTransaction transaction,
        ObjectKind kind,
        IReadOnlyList<DirectoryItem> items,
        IReadOnlyDictionary<string, DirectoryEntry> known,
        CancellationToken token)
    {
        await CheckTargetsAsync(transaction, items, token);
        await CheckUsesAsync(transaction, kind, items.Where(item => Leaves(item, known)).ToList(), token);
        if (kind == ObjectKind.Site)
        {
            await CheckTreeAsync(transaction, items.Where(item => !item.IsRefused).ToList(), token);
        }
    }

    /// <summary>Whether those who refer to it would refer to nothing: it goes, or to another tenant.</summary>
    private static bool Leaves(DirectoryItem item, IReadOnlyDictionary<string, DirectoryEntry> known) =>
        !item.IsRefused && known.TryGetValue(item.ExternalId, out var entry) && !entry.IsGone
        && (item.Content is null
            || (SourceReferences.TenantOf(item.Content) is { } tenant && tenant != entry.Tenant));

    private async Task CheckTargetsAsync(
        WriteTransaction transaction, IReadOnlyList<DirectoryItem> items, CancellationToken token)
    {
        var asked = items.Where(item => !item.IsRefused && item.Content is not null)
            .SelectMany(item => Targets(item.Content!)).Select(one => (one.Kind, one.ExternalId)).Distinct().ToList();
        var found = (await store.FindHeadsAsync(transaction, asked, token))
            .ToDictionary(head => (head.Kind, head.ExternalId));
        foreach (var item in items.Where(item => !item.IsRefused && item.Content is not null))
        {
            item.Refuse(Targets(item.Content!)
                .Select(target => TargetFault(
                    target, found.GetValueOrDefault((target.Kind, target.ExternalId)),
                    SourceReferences.TenantOf(item.Content!)!))
                .OfType<DirectoryFault>());
        }
    }

    // The tenant itself, then the rest. Sites within sites are looked at as a whole.
    private static IEnumerable<(string Field, ObjectKind Kind, string ExternalId)> Targets(SourceContent content) =>
        SourceReferences.TenantOf(content) is { } tenant
            ? SourceReferences.Of(content).Where(one => !(content is SourceSite && one.Kind == ObjectKind.Site))
                .Prepend(("tenant", ObjectKind.Tenant, tenant))
            : [];

    private static DirectoryFault? TargetFault(
        (string Field, ObjectKind Kind, string ExternalId) target, DirectoryEntry? found, string tenant)
    {
        var kind = SourceJson.Name(target.Kind).Replace('_', ' ');
        var fault = found is null ? $"is no {kind} of the directory. Maybe send the {kind} first."
            : found.IsGone ? $"is a {kind} that was removed. Maybe send the {kind} again, or refer to another."
            : target.Kind != ObjectKind.Tenant && found.Tenant != tenant
                ? $"is a {kind} of tenant {found.Tenant}. Maybe refer to one of {tenant}."
            : null;
        return fault is null ? null : DirectoryFault.Of(target.Field, target.ExternalId, fault);
    }

    private async Task CheckUsesAsync(
        WriteTransaction transaction, ObjectKind kind, List<DirectoryItem> leaving, CancellationToken token)
    {
        if (leaving.Count == 0 || kind == ObjectKind.Person)
        {
            return;
        }

        var uses = (await store.FindUsesAsync(transaction, kind, [.. leaving.Select(item => item.ExternalId)], token))
            .ToDictionary(use => use.Target, StringComparer.Ordinal);
        foreach (var item in leaving)
        {
            if (uses.TryGetValue(item.ExternalId, out var use))
            {
                var message = $"is referred to {use.Count} times, for example by {use.Example}. "
                    + "Maybe change those first.";
                item.Refuse(
                    "external_id", item.ExternalId, message, new Refusal.Conflict($"{item.ExternalId} {message}"));
            }
        }
    }

    private async Task CheckTreeAsync(
        WriteTransaction transaction, List<DirectoryItem> items, CancellationToken token)
    {
        var tree = new SiteTree(await store.ListSitesAsync(transaction, token));
        var faults = tree.Apply([.. items.Select(item => item.Content is SourceSite site
            ? new SiteMove(item.ExternalId, site.Tenant, site.Parent)
            : new SiteMove(item.ExternalId, null, null))]);
        foreach (var item in items)
        {
            if (faults.TryGetValue(item.ExternalId, out var fault))
            {
                var refusal = item.Content is null ? new Refusal.Conflict($"{fault.Value} {fault.Message}") : null;
                item.Refuse(fault.Field, fault.Value, fault.Message, refusal);
            }
        }
    }
}
