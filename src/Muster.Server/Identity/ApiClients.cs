using System.Security.Cryptography;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Identity;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>Creates and changes API clients: the API and the command line both go through it.</summary>
public sealed class ApiClients(
    ClientStore clients,
    GrantStore grants,
    TokenStore tokens,
    GrantRequests requests,
    Audit audit,
    IdentityOptions options)
{
    /// <returns>The client and its secret, which is nowhere else.</returns>
    public async Task<Outcome<(Client Client, string Secret)>> CreateAsync(
        WriteTransaction transaction, NewClient asked, Granter granter, CancellationToken token)
    {
        if (Check(asked.Name, asked.TokenMinutes) is { } invalid)
        {
            return invalid;
        }

        var resolved = await requests.ResolveAsync(asked.Grants, granter, token);
        if (resolved.Refused is { } refusal)
        {
            return refusal;
        }

        var at = transaction.Context.At;
        var client = new Client
        {
            Id = new ClientId(Guid.CreateVersion7(at)),
            PublicId = RandomNumberGenerator.GetHexString(16, lowercase: true),
            Name = asked.Name,
            TokenMinutes = asked.TokenMinutes ?? options.TokenMinutes,
            Grants = resolved.Value,
            CreatedAt = at,
        };
        var (secret, hash) = Secrets.New();
        if (!await clients.InsertAsync(transaction, client, hash, token))
        {
            return Taken(asked.Name);
        }

        await grants.ReplaceAsync(transaction, client.Id, client.Grants, token);
        await audit.AppendAsync(transaction, About("created", client), null, ClientView.Of(client), token);
        return (client, secret);
    }

    public async Task<Outcome<Client>> ChangeAsync(
        WriteTransaction transaction, ClientId id, ClientChange change, Granter granter, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, change.ExpectedVersion, granter, token);
        if (found.Refused is not null || Check(change.Name, change.TokenMinutes) is not null)
        {
            return found.Refused ?? Check(change.Name, change.TokenMinutes)!;
        }

        var after = change.Apply(found.Value);
        if (!await clients.UpdateAsync(transaction, after, token))
        {
            return Taken(after.Name);
        }

        if (after.Disabled)
        {
            await tokens.RevokeAllAsync(transaction, id, token);
        }

        return await CompleteAsync(transaction, "changed", found.Value, after, token);
    }

    public async Task<Outcome<Client>> GrantAsync(
        WriteTransaction transaction, ClientId id, GrantChange change, Granter granter, CancellationToken token)
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
        await clients.TouchAsync(transaction, id, token);
        return await CompleteAsync(
            transaction, "granted rights", found.Value, found.Value with { Grants = resolved.Value }, token);
    }

    /// <summary>Gives a new secret and revokes every token that the old one was good for.</summary>
    public async Task<Outcome<(Client Client, string Secret)>> RotateAsync(
        WriteTransaction transaction, ClientId id, Granter granter, CancellationToken token)
    {
        var found = await FindAsync(transaction, id, null, granter, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var (secret, hash) = Secrets.New();
        await clients.SetSecretAsync(transaction, id, hash, token);
        await tokens.RevokeAllAsync(transaction, id, token);
        var changed = await CompleteAsync(transaction, "rotated secret", found.Value, found.Value, token);
        return (changed, secret);
    }

    private async Task<Outcome<Client>> FindAsync(
        WriteTransaction transaction, ClientId id, long? expectedVersion, Granter granter, CancellationToken token)
    {
        var client = await clients.LockAsync(transaction, id, token);
        return client is null ? new Refusal.NotFound(AccessScope.Client, id.ToString())
            : expectedVersion is { } version && version != client.Version
                ? new Refusal.Stale(AccessScope.Client, version, client.Version)
            : await requests.CheckTakingOverAsync(client.Grants, granter, token) is { } refusal ? refusal
            : client;
    }

    private async Task<Client> CompleteAsync(
        WriteTransaction transaction, string action, Client before, Client after, CancellationToken token)
    {
        var changed = after with { Version = before.Version + 1 };
        await audit.AppendAsync(
            transaction, About(action, changed), ClientView.Of(before), ClientView.Of(changed), token);
        return changed;
    }

    private Refusal? Check(string? name, int? tokenMinutes) => new FieldChecks()
        .Text("name", name, 1, 100)
        .Range("token_minutes", tokenMinutes, 1, options.MaxTokenMinutes)
        .Refusal;

    private static Refusal.Invalid Taken(string name) => new("name", $"is taken: {name}.");

    private static AuditSubject About(string action, Client client) =>
        new(action, AccessScope.Client, client.Id.ToString(), client.Version);
}
