using Muster.Domain.Identity;

namespace Muster.Storage.Schedules;

/// <summary>
/// The private addresses of calendars, by the SHA-256 of their secret; at most one for each account. For whom one
/// speaks, <see cref="Identity.CallerStore"/> finds.
/// </summary>
public sealed class CalendarLinkStore(Database database)
{
    private const string Select = "SELECT created_at, last_read_at FROM calendar_link WHERE user_id = $1";

    private const string SelectForUpdate = $"{Select} FOR UPDATE";

    // Of two made at once the later one counts.
    private const string Put = """
        INSERT INTO calendar_link (user_id, secret_hash, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (user_id) DO UPDATE
        SET secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_read_at = NULL
        """;

    private const string Delete = "DELETE FROM calendar_link WHERE user_id = $1";

    public Task<CalendarLink?> FindAsync(UserId user, CancellationToken token) =>
        database.Command(Select, user.Value).FirstAsync(Map, token);

    /// <summary>The link, locked until the transaction ends.</summary>
    public Task<CalendarLink?> LockAsync(WriteTransaction transaction, UserId user, CancellationToken token) =>
        transaction.Command(SelectForUpdate, user.Value).FirstAsync(Map, token);

    /// <summary>Makes the link; one that there was ends.</summary>
    public Task PutAsync(WriteTransaction transaction, UserId user, byte[] secretHash, CancellationToken token) =>
        transaction.Command(Put, user.Value, secretHash, transaction.Context.At).ExecuteAsync(token);

    public Task DeleteAsync(WriteTransaction transaction, UserId user, CancellationToken token) =>
        transaction.Command(Delete, user.Value).ExecuteAsync(token);

    private static CalendarLink Map(Npgsql.NpgsqlDataReader row) => new(row.Time(0), row.MaybeTime(1));
}
