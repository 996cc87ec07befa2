using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>Local accounts. Password hashes leave it only as a <see cref="UserCredential"/>.</summary>
public sealed class UserStore(Database database, GrantStore grants)
{
    private const string Columns = """
        id, user_name, display_name, email, disabled, locked_until, must_change_password, last_signed_in_at,
        version, created_at
        """;

    private const string SelectById = $"SELECT {Columns} FROM user_account WHERE id = $1";

    // FOR UPDATE: the version that is checked is the version that is changed.
    private const string SelectForUpdate = $"SELECT {Columns} FROM user_account WHERE id = $1 FOR UPDATE";

    private const string SelectByName = $"SELECT {Columns} FROM user_account WHERE lower(user_name) = lower($1)";

    private const string SelectPage = $"""
        SELECT {Columns} FROM user_account
        WHERE id > $1 AND ($2 = '' OR user_name ILIKE $3 OR display_name ILIKE $3 OR email ILIKE $3)
        ORDER BY id LIMIT $4
        """;

    private const string Insert = """
        INSERT INTO user_account (id, user_name, display_name, email, password_hash, must_change_password, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE user_account SET display_name = $2, email = $3, disabled = $4, version = version + 1 WHERE id = $1
        """;

    private const string Touch = "UPDATE user_account SET version = version + 1 WHERE id = $1";

    private const string SetPassword = """
        UPDATE user_account
        SET password_hash = $2, must_change_password = $3, failed_sign_ins = 0, locked_until = NULL,
            version = version + 1
        WHERE id = $1
        RETURNING version
        """;

    private const string SelectCredential = """
        SELECT id, password_hash, disabled, locked_until FROM user_account WHERE lower(user_name) = lower($1)
        """;

    private const string SelectCredentialById = """
        SELECT id, password_hash, disabled, locked_until FROM user_account WHERE id = $1
        """;

    // One statement, so that attempts on several servers at once are all counted.
    private const string CountFailure = """
        UPDATE user_account SET
            failed_sign_ins = CASE WHEN failed_sign_ins + 1 >= $2 THEN 0 ELSE failed_sign_ins + 1 END,
            locked_until = CASE WHEN failed_sign_ins + 1 >= $2 THEN $3 ELSE locked_until END
        WHERE id = $1
        """;

    private const string CountSuccess = """
        UPDATE user_account SET failed_sign_ins = 0, locked_until = NULL, last_signed_in_at = $2 WHERE id = $1
        """;

    private const string AnyUser = "SELECT EXISTS (SELECT FROM user_account)";

    // Takes the administrators' rows in order, so that two who demote each other at once cannot both succeed.
    private const string LockAdministrators = """
        SELECT u.id, u.disabled FROM user_account u
        WHERE EXISTS (
            SELECT FROM access_grant g JOIN access_role r ON r.id = g.access_role_id
            WHERE g.user_id = u.id AND r.built_in = 'administrator' AND g.scope_kind = 'all')
        ORDER BY u.id FOR UPDATE OF u
        """;

    public Task<User?> FindAsync(UserId id, CancellationToken token) =>
        WithGrantsAsync(database, database.Command(SelectById, id.Value), token);

    public Task<User?> FindByNameAsync(string userName, CancellationToken token) =>
        WithGrantsAsync(database, database.Command(SelectByName, userName), token);

    /// <summary>The user, locked until the transaction ends.</summary>
    public Task<User?> LockAsync(WriteTransaction transaction, UserId id, CancellationToken token) =>
        WithGrantsAsync(transaction, transaction.Command(SelectForUpdate, id.Value), token);

    public async Task<IReadOnlyList<User>> ListAsync(
        string search, UserId after, int limit, CancellationToken token)
    {
        var users = await database.Command(SelectPage, after.Value, search, LikePattern.Containing(search), limit)
            .ListAsync(Map, token);
        var held = await grants.ReadAsync(database, users.Select(user => user.Id.Value), token);
        return [.. users.Select(user => user with { Grants = [.. held[user.Id.Value]] })];
    }

    public async Task<bool> AnyAsync(CancellationToken token)
    {
        await using var command = database.Command(AnyUser);
        return await command.ExecuteScalarAsync(token) is true;
    }

    /// <summary>Whether, as the transaction sees it, somebody who is not disabled may do everything.</summary>
    public async Task<bool> AnyAdministratorAsync(WriteTransaction transaction, CancellationToken token) =>
        (await transaction.Command(LockAdministrators).ListAsync(row => row.GetBoolean(1), token))
            .Any(disabled => !disabled);

    /// <returns>False when the user name is taken.</returns>
    public async Task<bool> InsertAsync(
        WriteTransaction transaction, User user, string passwordHash, CancellationToken token) =>
        await transaction.Command(
            Insert, user.Id.Value, user.UserName, user.DisplayName, Commands.Text(user.Email), passwordHash,
            user.MustChangePassword, user.CreatedAt).ExecuteAsync(token) == 1;

    public Task UpdateAsync(WriteTransaction transaction, User user, CancellationToken token) =>
        transaction.Command(Update, user.Id.Value, user.DisplayName, Commands.Text(user.Email), user.Disabled)
            .ExecuteAsync(token);

    /// <summary>Makes a new version, for a change that stands in another table.</summary>
    public Task TouchAsync(WriteTransaction transaction, UserId id, CancellationToken token) =>
        transaction.Command(Touch, id.Value).ExecuteAsync(token);

    /// <returns>The version that the account has by it, whatever it had when it was read.</returns>
    public async Task<long> SetPasswordAsync(
        WriteTransaction transaction, UserId id, string passwordHash, bool mustChange, CancellationToken token)
    {
        await using var command = transaction.Command(SetPassword, id.Value, passwordHash, mustChange);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    public Task<UserCredential?> FindCredentialAsync(string userName, CancellationToken token) =>
        database.Command(SelectCredential, userName).FirstAsync(MapCredential, token);

    public Task<UserCredential?> FindCredentialAsync(UserId id, CancellationToken token) =>
        database.Command(SelectCredentialById, id.Value).FirstAsync(MapCredential, token);

    /// <summary>
    /// Counts a wrong password; the last one allowed locks the account until <paramref name="lockUntil"/>.
    /// </summary>
    public Task CountFailureAsync(UserId id, int allowed, DateTimeOffset lockUntil, CancellationToken token) =>
        database.Command(CountFailure, id.Value, allowed, lockUntil).ExecuteAsync(token);

    public Task CountSuccessAsync(WriteTransaction transaction, UserId id, CancellationToken token) =>
        transaction.Command(CountSuccess, id.Value, transaction.Context.At).ExecuteAsync(token);

    private async Task<User?> WithGrantsAsync(
        SqlSession session, NpgsqlCommand command, CancellationToken token)
    {
        var user = await command.FirstAsync(Map, token);
        return user is null
            ? null
            : user with { Grants = [.. (await grants.ReadAsync(session, [user.Id.Value], token))[user.Id.Value]] };
    }

    private static User Map(NpgsqlDataReader row) => new()
    {
        Id = new UserId(row.GetGuid(0)),
        UserName = row.GetString(1),
        DisplayName = row.GetString(2),
        Email = row.Text(3),
        Disabled = row.GetBoolean(4),
        LockedUntil = row.MaybeTime(5),
        MustChangePassword = row.GetBoolean(6),
        LastSignedInAt = row.MaybeTime(7),
        Version = row.GetInt64(8),
        CreatedAt = row.Time(9),
    };

    private static UserCredential MapCredential(NpgsqlDataReader row) =>
        new(new UserId(row.GetGuid(0)), row.GetString(1), row.GetBoolean(2), row.MaybeTime(3));
}
