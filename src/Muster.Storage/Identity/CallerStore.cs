using System.Collections.Frozen;
using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>Finds whom a session key or an access token speaks for, with all rights.</summary>
public sealed class CallerStore(Database database)
{
    private const string BySession = """
        SELECT u.id, u.display_name, s.id, u.must_change_password, s.expires_at
        FROM session s JOIN user_account u ON u.id = s.user_id
        WHERE s.key_hash = $1 AND s.expires_at > $2 AND NOT u.disabled
        """;

    // last_used_at moves once a minute at most, so that reading does not become writing. Who remembers callers asks
    // again once a minute, so that it moves at all.
    private const string ByToken = """
        WITH found AS (
            SELECT t.id, t.client_id, c.name, t.permissions, t.expires_at, t.last_used_at
            FROM access_token t JOIN client c ON c.id = t.client_id
            WHERE t.token_hash = $1 AND t.expires_at > $2 AND t.revoked_at IS NULL AND NOT c.disabled
        ), touched AS (
            UPDATE access_token t SET last_used_at = $2 FROM found f
            WHERE t.id = f.id AND coalesce(f.last_used_at, '-infinity') <= $2 - interval '1 minute'
        )
        SELECT client_id, name, id, permissions, expires_at FROM found
        """;

    // last_read_at moves every ten minutes at most.
    private const string ByCalendar = """
        WITH found AS (
            SELECT u.id, u.display_name, u.must_change_password, l.last_read_at
            FROM calendar_link l JOIN user_account u ON u.id = l.user_id
            WHERE l.secret_hash = $1 AND NOT u.disabled
        ), touched AS (
            UPDATE calendar_link l SET last_read_at = $2::timestamptz FROM found f
            WHERE l.user_id = f.id AND coalesce(f.last_read_at, '-infinity') <= $2::timestamptz - interval '10 minutes'
        )
        SELECT id, display_name, id, must_change_password, 'infinity'::timestamptz FROM found
        """;

    // A database that has been failed away from may still answer, with rights that were taken since.
    private const string Timeline = "SELECT timeline()";

    private const string GrantsBySession = """
        SELECT r.built_in, r.permissions, g.scope_kind, g.scope_unit
        FROM access_grant g JOIN access_role r ON r.id = g.access_role_id
        WHERE g.user_id = (SELECT user_id FROM session WHERE key_hash = $1)
        """;

    private const string GrantsByCalendar = """
        SELECT r.built_in, r.permissions, g.scope_kind, g.scope_unit
        FROM access_grant g JOIN access_role r ON r.id = g.access_role_id
        WHERE g.user_id = (SELECT user_id FROM calendar_link WHERE secret_hash = $1)
        """;

    private const string GrantsByToken = """
        SELECT r.built_in, r.permissions, g.scope_kind, g.scope_unit
        FROM access_grant g JOIN access_role r ON r.id = g.access_role_id
        WHERE g.client_id = (SELECT client_id FROM access_token WHERE token_hash = $1)
        """;

    /// <summary>
    /// The user signed in with this session key, or null: unknown, expired, or the account is disabled.
    /// </summary>
    public Task<CallerReading> FindUserAsync(byte[] keyHash, DateTimeOffset now, CancellationToken token) =>
        ReadAsync(
            database.Batch().Then(Timeline).Then(BySession, keyHash, now).Then(GrantsBySession, keyHash), MapUser,
            token);

    /// <summary>
    /// The client that holds this token, or null: unknown, expired, revoked, or the client is disabled.
    /// </summary>
    public Task<CallerReading> FindClientAsync(byte[] tokenHash, DateTimeOffset now, CancellationToken token) =>
        ReadAsync(
            database.Batch().Then(Timeline).Then(ByToken, tokenHash, now).Then(GrantsByToken, tokenHash), MapClient,
            token);

    /// <summary>
    /// The user whose calendar has this secret in its address, or null: unknown, removed, or the account is disabled.
    /// </summary>
    public async Task<Caller?> FindReaderAsync(byte[] secretHash, DateTimeOffset now, CancellationToken token) =>
        (await ReadAsync(
            database.Batch().Then(Timeline).Then(ByCalendar, secretHash, now).Then(GrantsByCalendar, secretHash),
            MapUser, token)).Caller;

    private static async Task<CallerReading> ReadAsync(
        NpgsqlBatch batch, Func<NpgsqlDataReader, (Caller Caller, string[]? Asked)> map, CancellationToken token)
    {
        await using (batch)
        {
            await using var reader = await batch.ExecuteReaderAsync(token);
            await reader.ReadAsync(token);
            var timeline = reader.GetInt32(0);
            await reader.NextResultAsync(token);
            if (!await reader.ReadAsync(token))
            {
                return new CallerReading(timeline, null);
            }

            var (caller, asked) = map(reader);
            await reader.NextResultAsync(token);
            var rights = Rights.From(await Commands.ReadAsync(
                reader,
                row => (GrantRows.Permissions(row.Text(0), row.GetFieldValue<string[]>(1)), GrantRows.Scope(row, 2)),
                token));
            return new CallerReading(
                timeline, caller with { Rights = asked is null ? rights : rights.LimitedTo(Named(asked)) });
        }
    }

    private static FrozenSet<Permission> Named(string[] names) =>
        names.Select(Permissions.Find).OfType<Permission>().ToFrozenSet();

    private static (Caller Caller, string[]? Asked) MapUser(NpgsqlDataReader row) => (
        new Caller(
            ActorKind.User, row.GetGuid(0), row.GetString(1), row.GetGuid(2), Rights.None, row.GetBoolean(3),
            row.Time(4)),
        null);

    private static (Caller Caller, string[]? Asked) MapClient(NpgsqlDataReader row) => (
        new Caller(
            ActorKind.Client, row.GetGuid(0), row.GetString(1), row.GetGuid(2), Rights.None, false, row.Time(4)),
        row.IsDBNull(3) ? null : row.GetFieldValue<string[]>(3));
}
