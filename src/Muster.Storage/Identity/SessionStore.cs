using Muster.Domain.Identity;

namespace Muster.Storage.Identity;

/// <summary>Signed-in browsers, by the SHA-256 of their cookie's key.</summary>
public sealed class SessionStore(Database database)
{
    private const string Insert = """
        INSERT INTO session (id, user_id, key_hash, created_at, expires_at, address) VALUES ($1, $2, $3, $4, $5, $6)
        """;

    private const string Delete = "DELETE FROM session WHERE id = $1";

    private const string DeleteOfUser = "DELETE FROM session WHERE user_id = $1 AND id <> $2";

    private const string DeleteExpired = """
        DELETE FROM session WHERE id = ANY (ARRAY(SELECT id FROM session WHERE expires_at < $1 LIMIT $2))
        """;

    /// <returns>The new session's id.</returns>
    public async Task<Guid> InsertAsync(
        WriteTransaction transaction, UserId user, byte[] keyHash, DateTimeOffset expiresAt, CancellationToken token)
    {
        var id = Guid.CreateVersion7(transaction.Context.At);
        await transaction.Command(
            Insert, id, user.Value, keyHash, transaction.Context.At, expiresAt,
            Commands.Text(transaction.Context.Actor.Address)).ExecuteAsync(token);
        return id;
    }

    public Task DeleteAsync(WriteTransaction transaction, Guid id, CancellationToken token) =>
        transaction.Command(Delete, id).ExecuteAsync(token);

    /// <summary>Signs a user out everywhere, but for one session that may go on.</summary>
    public Task DeleteOfAsync(WriteTransaction transaction, UserId user, Guid except, CancellationToken token) =>
        transaction.Command(DeleteOfUser, user.Value, except).ExecuteAsync(token);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteExpired, before, token);
}
