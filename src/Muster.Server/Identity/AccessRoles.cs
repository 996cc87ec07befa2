using System.Collections.Frozen;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>Creates and changes access roles. The built-in ones stay as they are.</summary>
public sealed class AccessRoles(AccessRoleStore roles, Audit audit)
{
    public const string Entity = "access role";

    public async Task<Outcome<AccessRole>> CreateAsync(
        WriteTransaction transaction, AccessRoleChange asked, Granter granter, CancellationToken token)
    {
        if ((asked.Check() ?? granter.CheckGiving(asked.Known, GrantScope.All)) is { } refusal)
        {
            return refusal;
        }

        var role = new AccessRole
        {
            Id = new AccessRoleId(Guid.CreateVersion7(transaction.Context.At)),
            Name = asked.Name ?? "",
            Description = asked.Description ?? "",
            Permissions = asked.Known.ToFrozenSet(),
            CreatedAt = transaction.Context.At,
        };
        if (!await roles.InsertAsync(transaction, role, token))
        {
            return Taken(role.Name);
        }

        await audit.AppendAsync(transaction, About("created", role), null, AccessRoleView.Of(role), token);
        return role;
    }

    public async Task<Outcome<AccessRole>> ChangeAsync(
        WriteTransaction transaction,
        AccessRoleId id,
        AccessRoleChange change,
        Granter granter,
        CancellationToken token)
    {
        var found = await FindAsync(transaction, id, change.ExpectedVersion, token);
        if ((found.Refused ?? change.Check() ?? CheckGiving(found.Value, change, granter)) is { } refusal)
        {
            return refusal;
        }

        var after = change.Apply(found.Value) with { Version = found.Value.Version + 1 };
        if (!await roles.UpdateAsync(transaction, after, token))
        {
            return Taken(after.Name);
        }

        await audit.AppendAsync(
            transaction, About("changed", after), AccessRoleView.Of(found.Value), AccessRoleView.Of(after), token);
        return after;
    }

    public async Task<Outcome<bool>> DeleteAsync(
        WriteTransaction transaction, AccessRoleId id, long expectedVersion, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, expectedVersion, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        if (await roles.CountHoldersAsync(transaction, id, token) is > 0 and var holders)
        {
            return new Refusal.Conflict(
                $"{found.Value.Name} is granted {holders} times.\nMaybe take it from its holders first.");
        }

        await roles.DeleteAsync(transaction, id, token);
        await audit.AppendAsync(
            transaction, About("deleted", found.Value with { Version = found.Value.Version + 1 }), AccessRoleView.Of(found.Value), null, token);
        return true;
    }

    private async Task<Outcome<AccessRole>> FindAsync(
        WriteTransaction transaction, AccessRoleId id, long expectedVersion, CancellationToken token)
    {
        var role = await roles.LockAsync(transaction, id, token);
        return role is null ? new Refusal.NotFound(Entity, id.ToString())
            : role.BuiltIn is not null
                ? new Refusal.Conflict($"{role.Name} is built in and stays as it is.\nMaybe make a role of your own.")
            : role.Version != expectedVersion ? new Refusal.Stale(Entity, expectedVersion, role.Version)
            : role;
    }

    // Neither what the role will hold, nor what its holders have now, may go beyond the granter's own rights.
    private static Refusal? CheckGiving(AccessRole before, AccessRoleChange change, Granter granter) =>
        granter.CheckGiving(before.Permissions.Concat(change.Known).Distinct(), GrantScope.All);

    private static Refusal.Invalid Taken(string name) => new("name", $"is taken: {name}.");

    private static AuditSubject About(string action, AccessRole role) =>
        new(action, AccessScope.Role, role.Id.ToString(), role.Version);
}
