using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>
/// Creates and changes local accounts, with every rule: the API and the command line both go through it.
/// </summary>
public sealed class UserAccounts(
    UserStore users,
    GrantStore grants,
    SessionStore sessions,
    GrantRequests requests,
    Passwords passwords,
    Audit audit)
{
    public const string Entity = AccessScope.User;

    /// <returns>The user and the first password, which is nowhere else.</returns>
    public async Task<Outcome<(User User, string FirstPassword)>> CreateAsync(
        WriteTransaction transaction, NewAccount account, Granter granter, CancellationToken token)
    {
        if (account.Check() is { } invalid)
        {
            return invalid;
        }

        var resolved = await requests.ResolveAsync(account.Grants, granter, token);
        if (resolved.Refused is { } refusal)
        {
            return refusal;
        }

        var user = account.User(transaction.Context.At) with { Grants = resolved.Value };
        var password = account.Password ?? Passwords.NewFirst();
        if (!await users.InsertAsync(transaction, user, passwords.Hash(password), token))
        {
            return new Refusal.Invalid("user_name", $"is taken: {user.UserName}.");
        }

        await grants.ReplaceAsync(transaction, user.Id, user.Grants, token);
        await audit.AppendAsync(transaction, About("created", user), null, UserView.Of(user), token);
        return (user, password);
    }

    public async Task<Outcome<User>> ChangeAsync(
        WriteTransaction transaction, UserId id, AccountChange change, Granter granter, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, change.ExpectedVersion, granter, token);
        if (found.Refused is not null || change.Check() is not null)
        {
            return found.Refused ?? change.Check()!;
        }

        var after = change.Apply(found.Value);
        await users.UpdateAsync(transaction, after, token);
        if (after.Disabled)
        {
            await sessions.DeleteOfAsync(transaction, id, Guid.Empty, token);
        }

        return await CompleteAsync(transaction, "changed", found.Value, after, token);
    }

    public async Task<Outcome<User>> GrantAsync(
        WriteTransaction transaction, UserId id, GrantChange change, Granter granter, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, change.ExpectedVersion, granter, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var resolved = await requests.ResolveAsync(change.Grants, granter, token);
        if (resolved.Refused is { } refusedGrant)
        {
            return refusedGrant;
        }

        await grants.ReplaceAsync(transaction, id, resolved.Value, token);
        await users.TouchAsync(transaction, id, token);
        return await CompleteAsync(
            transaction, "granted rights", found.Value, found.Value with { Grants = resolved.Value }, token);
    }

    /// <summary>Gives a new first password and signs the user out everywhere.</summary>
    public async Task<Outcome<(User User, string FirstPassword)>> ResetPasswordAsync(
        WriteTransaction transaction, UserId id, Granter granter, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, null, granter, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var password = Passwords.NewFirst();
        await users.SetPasswordAsync(transaction, id, passwords.Hash(password), mustChange: true, token);
        await sessions.DeleteOfAsync(transaction, id, Guid.Empty, token);
        var after = found.Value with { MustChangePassword = true, LockedUntil = null };
        return (await CompleteAsync(transaction, "reset password", found.Value, after, token))
            .Then(user => (user, password));
    }

    private async Task<Outcome<User>> FindAsync(
        WriteTransaction transaction, UserId id, long? expectedVersion, Granter granter, CancellationToken token)
    {
        var user = await users.LockAsync(transaction, id, token);
        return user is null ? new Refusal.NotFound(Entity, id.ToString())
            : expectedVersion is { } version && version != user.Version
                ? new Refusal.Stale(Entity, version, user.Version)
            : await requests.CheckTakingOverAsync(user.Grants, granter, token) is { } refusal ? refusal
            : user;
    }

    // The last check of every change: somebody must remain who may do everything.
    private async Task<Outcome<User>> CompleteAsync(
        WriteTransaction transaction, string action, User before, User after, CancellationToken token)
    {
        if (!await users.AnyAdministratorAsync(transaction, token))
        {
            return new Refusal.Conflict(
                "Nobody would be left who may do everything.\nMaybe make another user Administrator first.");
        }

        var changed = after with { Version = before.Version + 1 };
        await audit.AppendAsync(transaction, About(action, changed), UserView.Of(before), UserView.Of(changed), token);
        return changed;
    }

    private static AuditSubject About(string action, User user) =>
        new(action, Entity, user.Id.ToString(), user.Version);
}
