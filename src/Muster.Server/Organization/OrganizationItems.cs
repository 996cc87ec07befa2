using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Organization;

namespace Muster.Server.Organization;

/// <summary>
/// Creates, changes, removes and restores items by hand. One transaction at a time writes the organization, so what is
/// checked is checked against the organization as it is.
/// </summary>
public sealed class OrganizationItems(
    OrganizationStore store, OrganizationCache cache, IEnumerable<IOrganizationUse> uses, Audit audit)
{
    /// <summary>
    /// Takes the lock under which the organization is written, and answers how it is: for those who write many items
    /// in a transaction of their own.
    /// </summary>
    public Task<OrganizationSnapshot> LockAsync(WriteTransaction transaction, CancellationToken token) =>
        store.LockAsync(transaction, cache.Known, token);

    public async Task<Outcome<OrganizationItem>> CreateAsync(
        WriteTransaction transaction, ItemRequest asked, CancellationToken token)
    {
        var made = ItemFields.New(asked.Kind, asked.Fields);
        if (made.Refused is { } wrong)
        {
            return wrong;
        }

        var all = await LockAsync(transaction, token);
        var item = made.Value.WithKey(asked.Id);
        if ((new OrganizationAccess(asked.Caller, all).CheckEdit(item) ?? OrganizationRules.Check(all, null, item))
            is { } refusal)
        {
            return refusal;
        }

        await store.InsertAsync(transaction, all.With(item), item, token);
        await AuditAsync(transaction, "created", null, item, token);
        return item;
    }

    public async Task<Outcome<OrganizationItem>> ChangeAsync(
        WriteTransaction transaction, ItemRequest asked, CancellationToken token)
    {
        var all = await LockAsync(transaction, token);
        var found = Find(all, asked);
        if ((found.Refused ?? CheckInUse(found.Value)) is { } refusal)
        {
            return refusal;
        }

        var changed = ItemFields.Change(found.Value, asked.Fields);
        if (changed.Refused is { } wrong)
        {
            return wrong;
        }

        return await UpdateAsync(transaction, all, new ItemStep("changed", asked, found.Value, changed.Value), token);
    }

    public async Task<Outcome<OrganizationItem>> RemoveAsync(
        WriteTransaction transaction, ItemRequest asked, CancellationToken token)
    {
        var all = await LockAsync(transaction, token);
        var found = Find(all, asked);
        if ((found.Refused ?? CheckInUse(found.Value) ?? OrganizationRules.CheckRemoval(all, found.Value)
            ?? await CheckOtherUsesAsync(transaction, found.Value, token)) is { } refusal)
        {
            return refusal;
        }

        var removed = found.Value with { RemovedAt = transaction.Context.At };
        return await UpdateAsync(transaction, all, new ItemStep("removed", asked, found.Value, removed), token);
    }

    public async Task<Outcome<OrganizationItem>> RestoreAsync(
        WriteTransaction transaction, ItemRequest asked, CancellationToken token)
    {
        var all = await LockAsync(transaction, token);
        var found = Find(all, asked);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        if (!found.Value.IsRemoved)
        {
            return new Refusal.Conflict($"The {asked.Kind.Title} \"{found.Value.Name}\" is not removed.");
        }

        var restored = found.Value with { RemovedAt = null };
        return await UpdateAsync(transaction, all, new ItemStep("restored", asked, found.Value, restored), token);
    }

    private async Task<Outcome<OrganizationItem>> UpdateAsync(
        WriteTransaction transaction, OrganizationSnapshot all, ItemStep change, CancellationToken token)
    {
        var access = new OrganizationAccess(change.Asked.Caller, all);
        var after = change.After with { Version = change.Before.Version + 1 };

        // What goes away need not be sound: it may refer to what was removed by the directory.
        var wrong = after.IsRemoved ? null : OrganizationRules.Check(all, change.Before, after);
        if ((access.CheckEdit(change.Before) ?? access.CheckEdit(after) ?? wrong) is { } refusal)
        {
            return refusal;
        }

        await store.UpdateAsync(transaction, all.With(after), after, token);
        await AuditAsync(transaction, change.Action, change.Before, after, token);
        return after;
    }

    private static Outcome<OrganizationItem> Find(OrganizationSnapshot all, ItemRequest asked) =>
        all.Find(asked.Kind, asked.Id) is not { } item || !new OrganizationAccess(asked.Caller, all).MaySee(item)
            ? new Refusal.NotFound(asked.Kind.Title, asked.Id.ToString())
        : item.Version != asked.ExpectedVersion
            ? new Refusal.Stale(asked.Kind.Title, asked.ExpectedVersion, item.Version)
        : item;

    private static Refusal.Conflict? CheckInUse(OrganizationItem item) => item.IsRemoved
        ? new Refusal.Conflict(
            $"The {OrganizationKinds.Of(item).Title} \"{item.Name}\" was removed.\nMaybe restore it first.")
        : null;

    private async Task<Refusal?> CheckOtherUsesAsync(
        WriteTransaction transaction, OrganizationItem item, CancellationToken token)
    {
        foreach (var use in uses)
        {
            if (await use.UsedByAsync(transaction, item, token) is { } users)
            {
                return new Refusal.Conflict(
                    $"The {OrganizationKinds.Of(item).Title} \"{item.Name}\" is still in use by {users}.\n"
                    + "Maybe change what uses it first.");
            }
        }

        return null;
    }

    private Task AuditAsync(
        WriteTransaction transaction, string action, OrganizationItem? before, OrganizationItem after,
        CancellationToken token) =>
        audit.AppendAsync(
            transaction,
            new AuditSubject(action, OrganizationKinds.Of(after).Name, after.Key().ToString("D")),
            before,
            after,
            token);

    private sealed record ItemStep(
        string Action, ItemRequest Asked, OrganizationItem Before, OrganizationItem After);
}
