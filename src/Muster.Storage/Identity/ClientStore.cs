using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>
/// Programs that sign in with client credentials. Secrets are kept as SHA-256; they are random, not chosen.
/// </summary>
public sealed class ClientStore(Database database, GrantStore grants)
{
    private const string Columns = """
        c.id, c.client_id, c.name, c.token_minutes, c.disabled, c.version, c.created_at,
        (SELECT max(t.last_used_at) FROM access_token t WHERE t.client_id = c.id)
        """;

    private const string SelectById = $"SELECT {Columns} FROM client c WHERE c.id = $1";

    private const string SelectByName = $"SELECT {Columns} FROM client c WHERE lower(c.name) = lower($1)";

    // FOR UPDATE: the version that is checked is the version that is changed.
    private const string SelectForUpdate = $"SELECT {Columns} FROM client c WHERE c.id = $1 FOR UPDATE OF c";

    private const string SelectPage = $"SELECT {Columns} FROM client c WHERE c.id > $1 ORDER BY c.id LIMIT $2";

    private const string SelectCredential = """
        SELECT id, name, secret_hash, token_minutes, disabled FROM client WHERE client_id = $1
        """;

    private const string Insert = """
        INSERT INTO client (id, client_id, name, secret_hash, token_minutes, created_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE client SET name = $2, token_minutes = $3, disabled = $4, version = version + 1
        WHERE id = $1 AND NOT EXISTS (SELECT FROM client WHERE lower(name) = lower($2) AND id <> $1)
        """;

    private const string Touch = "UPDATE client SET version = version + 1 WHERE id = $1";

    private const string SetSecret = "UPDATE client SET secret_hash = $2, version = version + 1 WHERE id = $1";

    public Task<Client?> FindAsync(ClientId id, CancellationToken token) =>
        WithGrantsAsync(database, database.Command(SelectById, id.Value), token);

    public Task<Client?> FindByNameAsync(string name, CancellationToken token) =>
        WithGrantsAsync(database, database.Command(SelectByName, name), token);

    /// <summary>The client, locked until the transaction ends.</summary>
    public Task<Client?> LockAsync(WriteTransaction transaction, ClientId id, CancellationToken token) =>
        WithGrantsAsync(transaction, transaction.Command(SelectForUpdate, id.Value), token);

    public async Task<IReadOnlyList<Client>> ListAsync(ClientId after, int limit, CancellationToken token)
    {
        var clients = await database.Command(SelectPage, after.Value, limit).ListAsync(Map, token);
        var held = await grants.ReadAsync(database, clients.Select(client => client.Id.Value), token);
        return [.. clients.Select(client => client with { Grants = [.. held[client.Id.Value]] })];
    }

    public Task<ClientCredential?> FindCredentialAsync(string publicId, CancellationToken token) =>
        database.Command(SelectCredential, publicId).FirstAsync(MapCredential, token);

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> InsertAsync(
        WriteTransaction transaction, Client client, byte[] secretHash, CancellationToken token) =>
        await transaction.Command(
            Insert, client.Id.Value, client.PublicId, client.Name, secretHash, client.TokenMinutes, client.CreatedAt)
            .ExecuteAsync(token) == 1;

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> UpdateAsync(WriteTransaction transaction, Client client, CancellationToken token) =>
        await transaction.Command(Update, client.Id.Value, client.Name, client.TokenMinutes, client.Disabled)
            .ExecuteAsync(token) == 1;

    /// <summary>Makes a new version, for a change that stands in another table.</summary>
    public Task TouchAsync(WriteTransaction transaction, ClientId id, CancellationToken token) =>
        transaction.Command(Touch, id.Value).ExecuteAsync(token);

    public Task SetSecretAsync(
        WriteTransaction transaction, ClientId id, byte[] secretHash, CancellationToken token) =>
        transaction.Command(SetSecret, id.Value, secretHash).ExecuteAsync(token);

    private async Task<Client?> WithGrantsAsync(
        SqlSession session, NpgsqlCommand command, CancellationToken token)
    {
        var client = await command.FirstAsync(Map, token);
        return client is null
            ? null
            : client with
            {
                Grants = [.. (await grants.ReadAsync(session, [client.Id.Value], token))[client.Id.Value]],
            };
    }

    private static Client Map(NpgsqlDataReader row) => new()
    {
        Id = new ClientId(row.GetGuid(0)),
        PublicId = row.GetString(1),
        Name = row.GetString(2),
        TokenMinutes = row.GetInt32(3),
        Disabled = row.GetBoolean(4),
        Version = row.GetInt64(5),
        CreatedAt = row.Time(6),
        LastUsedAt = row.MaybeTime(7),
    };

    private static ClientCredential MapCredential(NpgsqlDataReader row) => new(
        new ClientId(row.GetGuid(0)), row.GetString(1), (byte[])row[2], row.GetInt32(3), row.GetBoolean(4));
}
