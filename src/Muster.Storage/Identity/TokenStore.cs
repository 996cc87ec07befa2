using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>Access tokens of clients, by the SHA-256 of the token.</summary>
public sealed class TokenStore(Database database)
{
    private const string Columns = """
        t.id, t.client_id, c.name, t.permissions, t.issued_at, t.expires_at, t.last_used_at, t.revoked_at
        """;

    // Newest first: $1 is the last id of the page before, or the highest possible one.
    private const string SelectPage = $"""
        SELECT {Columns} FROM access_token t JOIN client c ON c.id = t.client_id
        WHERE t.id < $1 ORDER BY t.id DESC LIMIT $2
        """;

    private const string SelectForUpdate = $"""
        SELECT {Columns} FROM access_token t JOIN client c ON c.id = t.client_id WHERE t.id = $1 FOR UPDATE OF t
        """;

    private const string SelectByHash = """
        SELECT id FROM access_token WHERE token_hash = $1 AND client_id = $2
        """;

    private const string Insert = """
        INSERT INTO access_token (id, client_id, token_hash, permissions, issued_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """;

    private const string Revoke = "UPDATE access_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";

    private const string RevokeOfClient = """
        UPDATE access_token SET revoked_at = $2 WHERE client_id = $1 AND revoked_at IS NULL
        """;

    private const string DeleteExpired = """
        DELETE FROM access_token WHERE id = ANY (ARRAY(SELECT id FROM access_token WHERE expires_at < $1 LIMIT $2))
        """;

    public Task<IReadOnlyList<AccessToken>> ListAsync(TokenId before, int limit, CancellationToken token) =>
        database.Command(SelectPage, before.Value, limit).ListAsync(Map, token);

    /// <summary>The token, locked until the transaction ends.</summary>
    public Task<AccessToken?> LockAsync(WriteTransaction transaction, TokenId id, CancellationToken token) =>
        transaction.Command(SelectForUpdate, id.Value).FirstAsync(Map, token);

    /// <summary>The id of a token by its hash, if it belongs to this client.</summary>
    public async Task<TokenId?> FindAsync(byte[] hash, ClientId client, CancellationToken token)
    {
        await using var command = database.Command(SelectByHash, hash, client.Value);
        return await command.ExecuteScalarAsync(token) is Guid id ? new TokenId(id) : null;
    }

    public Task InsertAsync(WriteTransaction transaction, AccessToken issued, byte[] hash, CancellationToken token) =>
        transaction.Command(
            Insert, issued.Id.Value, issued.Client.Value, hash, Commands.Texts(issued.Permissions),
            issued.IssuedAt, issued.ExpiresAt).ExecuteAsync(token);

    public Task RevokeAsync(WriteTransaction transaction, TokenId id, CancellationToken token) =>
        transaction.Command(Revoke, id.Value, transaction.Context.At).ExecuteAsync(token);

    public Task RevokeAllAsync(WriteTransaction transaction, ClientId client, CancellationToken token) =>
        transaction.Command(RevokeOfClient, client.Value, transaction.Context.At).ExecuteAsync(token);

    /// <summary>Forgets tokens that expired before a time; the audit trail keeps that they were issued.</summary>
    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteExpired, before, token);

    private static AccessToken Map(NpgsqlDataReader row) => new()
    {
        Id = new TokenId(row.GetGuid(0)),
        Client = new ClientId(row.GetGuid(1)),
        ClientName = row.GetString(2),
        Permissions = row.IsDBNull(3) ? null : row.GetFieldValue<string[]>(3),
        IssuedAt = row.Time(4),
        ExpiresAt = row.Time(5),
        LastUsedAt = row.MaybeTime(6),
        RevokedAt = row.MaybeTime(7),
    };
}
