using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>What holds for every item, whoever writes it: a planner or a directory.</summary>
public static class OrganizationRules
{
    private const int MostNamed = 3;

    /// <summary>Whether an item may be written among the others.</summary>
    /// <param name="before">The item as it is now; null for a new one.</param>
    /// <returns>Everything that is wrong with it, field by field; null when all is well.</returns>
    public static Refusal? Check(OrganizationSnapshot others, OrganizationItem? before, OrganizationItem item)
    {
        var checks = new FieldChecks().Text("name", item.Name, 1, 200);
        if (before is not null && item.Owner() is { } owner && others.OwnerOf(before) is { } now)
        {
            CheckOwnerStays(others, now, owner, checks);
        }

        item.Check(checks);
        if (item.Owner() is { } belongs)
        {
            CheckReference(others, item, belongs, checks);
        }

        foreach (var reference in item.References())
        {
            CheckReference(others, item, reference, checks);
        }

        item.CheckAmong(others.With(item), checks);
        return checks.Refusal;
    }

    /// <summary>Whether an item may be removed.</summary>
    /// <returns>Who still needs it; null when nobody does.</returns>
    public static Refusal? CheckRemoval(OrganizationSnapshot others, OrganizationItem item)
    {
        var users = others.UsersOf(item).ToList();
        if (users.Count == 0)
        {
            return null;
        }

        var named = string.Join(", ", users.Take(MostNamed)
            .Select(user => $"{OrganizationKinds.Of(user).Title} \"{user.Name}\""));
        var more = users.Count > MostNamed ? $" and {users.Count - MostNamed} more" : "";
        return new Refusal.Conflict(
            $"The {OrganizationKinds.Of(item).Title} \"{item.Name}\" is still in use by {named}{more}.\n"
            + "Maybe change or remove what uses it first.");
    }

    // A team may go to another management unit of its business unit; all else stays where it was made.
    private static void CheckOwnerStays(
        OrganizationSnapshot others, OrganizationItem now, ItemReference asked, FieldChecks checks)
    {
        var stays = now.Key() == asked.Key
            || (now is ManagementUnit && others.Find(asked.Kind, asked.Key) is { } next
                && others.BusinessUnitOf(next) == others.BusinessUnitOf(now));
        checks.That(stays, asked.Field, now is ManagementUnit
            ? "must stay in its business unit.\nMaybe make a new one there."
            : "cannot be changed.\nMaybe make a new one there.");
    }

    // Null: it belongs to none, or to one that is not there, which is said elsewhere.
    private static bool AreOne<T>(T? one, T? other)
        where T : struct => one is null || other is null || one.Value.Equals(other.Value);

    private static void CheckReference(
        OrganizationSnapshot others, OrganizationItem item, ItemReference reference, FieldChecks checks)
    {
        var (field, kind, key) = reference;
        if (others.Find(kind, key) is not { } found)
        {
            checks.That(false, field, others.Find(key) is { } other
                ? $"must be {kind.Indefinite}; {key} is {OrganizationKinds.Of(other).Indefinite}."
                : $"names no {kind.Title}: {key}.");
            return;
        }

        checks
            .That(!found.IsRemoved, field,
                $"names {kind.Indefinite} that was removed: {found.Name}.\nMaybe restore it.")
            .That(AreOne(others.TenantOf(item), others.TenantOf(found)), field,
                $"names {kind.Indefinite} of another tenant: {found.Name}.")
            .That(AreOne(others.BusinessUnitOf(item), others.BusinessUnitOf(found)), field,
                $"names {kind.Indefinite} of another business unit: {found.Name}.");
    }
}
