using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Identity;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>Issues and revokes the access tokens of programs.</summary>
public sealed class AccessTokens(Database database, ClientStore clients, TokenStore tokens, Audit audit)
{
    public const string Entity = AccessScope.Token;

    // A token has no versions; the only change of it that anybody caches is its end.
    private const long Revoked = 1;

    /// <param name="permissions">The permissions asked for; empty for all that the client holds.</param>
    public async Task<Outcome<IssuedToken>> IssueAsync(
        ClientSecret client, IReadOnlyList<string> permissions, WriteContext context, CancellationToken token)
    {
        if (await FindAsync(client, token) is not { } credential)
        {
            return new Refusal.NotSignedIn("The client id or the client secret is wrong, or the client is disabled.");
        }

        if (permissions.FirstOrDefault(name => Permissions.Find(name) is null) is { } unknown)
        {
            return new Refusal.Invalid("scope", $"names no permission: {unknown}.");
        }

        var (text, hash) = Secrets.New();
        var issued = new AccessToken
        {
            Id = new TokenId(Guid.CreateVersion7(context.At)),
            Client = credential.Id,
            ClientName = credential.Name,
            Permissions = permissions.Count == 0 ? null : permissions,
            IssuedAt = context.At,
            ExpiresAt = context.At + TimeSpan.FromMinutes(credential.TokenMinutes),
        };
        var actor = new Actor(ActorKind.Client, credential.Id.Value, credential.Name, context.Actor.Address);
        await using var transaction = await database.BeginAsync(context with { Actor = actor }, token);
        await tokens.InsertAsync(transaction, issued, hash, token);
        await audit.AppendAsync(transaction, About("issued", issued.Id), null, TokenView.Of(issued), token);
        await transaction.CommitAsync(token);
        return new IssuedToken(issued, text);
    }

    public async Task<Outcome<bool>> RevokeAsync(WriteTransaction transaction, TokenId id, CancellationToken token)
    {
        if (await tokens.LockAsync(transaction, id, token) is not { } found)
        {
            return new Refusal.NotFound(Entity, id.ToString());
        }

        await tokens.RevokeAsync(transaction, id, token);
        await audit.AppendAsync(
            transaction, About("revoked", id) with { Version = Revoked }, TokenView.Of(found),
            TokenView.Of(found with { RevokedAt = found.RevokedAt ?? transaction.Context.At }), token);
        return true;
    }

    /// <summary>RFC 7009: a client gives one of its own tokens back. An unknown token is no error.</summary>
    public async Task<Outcome<bool>> GiveBackAsync(
        ClientSecret client, string text, WriteContext context, CancellationToken token)
    {
        if (await FindAsync(client, token) is not { } credential)
        {
            return new Refusal.NotSignedIn("The client id or the client secret is wrong, or the client is disabled.");
        }

        if (Secrets.Hash(text) is { } hash && await tokens.FindAsync(hash, credential.Id, token) is { } id)
        {
            await using var transaction = await database.BeginAsync(context, token);
            await RevokeAsync(transaction, id, token);
            await transaction.CommitAsync(token);
        }

        return true;
    }

    private async Task<ClientCredential?> FindAsync(ClientSecret client, CancellationToken token)
    {
        var credential = await clients.FindCredentialAsync(client.PublicId, token);
        var given = Secrets.Hash(client.Secret);
        return credential is { Disabled: false } && given is not null
            && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(given, credential.SecretHash)
            ? credential
            : null;
    }

    private static AuditSubject About(string action, TokenId id) => new(action, Entity, id.ToString());
}
