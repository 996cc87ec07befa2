using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>Signs people in and out and changes their own passwords.</summary>
public sealed partial class SignIns(
    Database database,
    UserStore users,
    SessionStore sessions,
    Audit audit,
    Passwords passwords,
    IdentityOptions options,
    ILogger<SignIns> logger)
{
    // A session has no versions; the only change of it that anybody caches is its end.
    private const long Ended = 1;

    /// <summary>Checks a password and opens a session. Every "no" to a wrong name or password reads the same.</summary>
    public async Task<Outcome<OpenedSession>> SignInAsync(
        string userName, string password, WriteContext context, CancellationToken token)
    {
        var credential = await users.FindCredentialAsync(userName, token);
        if (credential?.LockedUntil is { } until && until > context.At)
        {
            return Refuse(
                userName, context, $"Too many wrong passwords: the account is locked until {until:HH:mm:ss} UTC.");
        }

        if (!passwords.Matches(credential?.PasswordHash, password))
        {
            await CountFailureAsync(credential, context, token);
            return Refuse(userName, context, "The user name or the password is wrong.");
        }

        if (credential!.Disabled)
        {
            return Refuse(userName, context, "This account is disabled.\nMaybe ask an administrator.");
        }

        return await OpenAsync(credential.Id, context, token);
    }

    public async Task SignOutAsync(Caller caller, WriteContext context, CancellationToken token)
    {
        await using var transaction = await database.BeginAsync(context, token);
        await sessions.DeleteAsync(transaction, caller.CredentialId, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("signed out", AccessScope.Session, caller.CredentialId.ToString(), Ended),
            null, null, token);
        await transaction.CommitAsync(token);
    }

    /// <summary>Sets a person's own password and signs their other browsers out.</summary>
    public async Task<Outcome<bool>> ChangePasswordAsync(
        Caller caller, PasswordChange change, WriteContext context, CancellationToken token)
    {
        var id = new UserId(caller.Id);
        var credential = await users.FindCredentialAsync(id, token);
        if (!passwords.Matches(credential?.PasswordHash, change.Current))
        {
            // Before the transaction, which would hold the row that the count has to change.
            await CountFailureAsync(credential, context, token);
            return new Refusal.Invalid("current_password", "is wrong.");
        }

        var user = await users.FindAsync(id, token);
        if (change.Check(passwords, user!.UserName) is { } weak)
        {
            return weak;
        }

        await using var transaction = await database.BeginAsync(context, token);
        var version = await users.SetPasswordAsync(
            transaction, id, passwords.Hash(change.Next), mustChange: false, token);
        await sessions.DeleteOfAsync(transaction, id, caller.CredentialId, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("changed password", AccessScope.User, id.ToString(), version),
            null, null, token);
        await transaction.CommitAsync(token);
        return true;
    }

    private async Task<Outcome<OpenedSession>> OpenAsync(UserId id, WriteContext context, CancellationToken token)
    {
        var user = (await users.FindAsync(id, token))!;
        var (key, hash) = Secrets.New();
        var expiresAt = context.At + TimeSpan.FromHours(options.SessionHours);
        var signedIn = context with
        {
            Actor = new Actor(ActorKind.User, id.Value, user.DisplayName, context.Actor.Address),
        };
        await using var transaction = await database.BeginAsync(signedIn, token);
        var session = await sessions.InsertAsync(transaction, id, hash, expiresAt, token);
        await users.CountSuccessAsync(transaction, id, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("signed in", AccessScope.Session, session.ToString()), null, null, token);
        await transaction.CommitAsync(token);
        SignedIn(user.UserName, context.Actor.Address);
        return new OpenedSession(user, key, expiresAt);
    }

    // Counted at once, whatever becomes of the request: an attacker must not be able to take a try back.
    private Task CountFailureAsync(UserCredential? credential, WriteContext context, CancellationToken token) =>
        credential is null
            ? Task.CompletedTask
            : users.CountFailureAsync(
                credential.Id,
                options.LockoutAttempts,
                context.At + TimeSpan.FromMinutes(options.LockoutMinutes),
                token);

    private Refusal.NotSignedIn Refuse(string userName, WriteContext context, string sentence)
    {
        SignInRefused(userName, context.Actor.Address, sentence);
        return new Refusal.NotSignedIn(sentence);
    }
}
