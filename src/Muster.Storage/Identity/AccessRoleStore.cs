using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>Access roles and their permissions.</summary>
public sealed class AccessRoleStore(Database database)
{
    private const string Columns = "id, name, description, built_in, permissions, version, created_at";

    private const string SelectAll = $"SELECT {Columns} FROM access_role ORDER BY built_in IS NULL, name";

    private const string SelectById = $"SELECT {Columns} FROM access_role WHERE id = $1";

    // FOR UPDATE: the version that is checked is the version that is changed.
    private const string SelectForUpdate = $"SELECT {Columns} FROM access_role WHERE id = $1 FOR UPDATE";

    private const string Insert = """
        INSERT INTO access_role (id, name, description, permissions, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE access_role SET name = $2, description = $3, permissions = $4, version = version + 1
        WHERE id = $1 AND NOT EXISTS (SELECT FROM access_role WHERE lower(name) = lower($2) AND id <> $1)
        """;

    private const string Remove = "DELETE FROM access_role WHERE id = $1";

    private const string CountHolders = "SELECT count(*) FROM access_grant WHERE access_role_id = $1";

    public Task<IReadOnlyList<AccessRole>> ListAsync(CancellationToken token) =>
        database.Command(SelectAll).ListAsync(Map, token);

    public Task<AccessRole?> FindAsync(AccessRoleId id, CancellationToken token) =>
        database.Command(SelectById, id.Value).FirstAsync(Map, token);

    /// <summary>The role, locked until the transaction ends.</summary>
    public Task<AccessRole?> LockAsync(WriteTransaction transaction, AccessRoleId id, CancellationToken token) =>
        transaction.Command(SelectForUpdate, id.Value).FirstAsync(Map, token);

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> InsertAsync(WriteTransaction transaction, AccessRole role, CancellationToken token) =>
        await transaction.Command(
            Insert, role.Id.Value, role.Name, role.Description, Names(role), role.CreatedAt).ExecuteAsync(token) == 1;

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> UpdateAsync(WriteTransaction transaction, AccessRole role, CancellationToken token) =>
        await transaction.Command(Update, role.Id.Value, role.Name, role.Description, Names(role))
            .ExecuteAsync(token) == 1;

    public Task DeleteAsync(WriteTransaction transaction, AccessRoleId id, CancellationToken token) =>
        transaction.Command(Remove, id.Value).ExecuteAsync(token);

    /// <summary>How many grants give this role to somebody.</summary>
    public async Task<long> CountHoldersAsync(WriteTransaction transaction, AccessRoleId id, CancellationToken token)
    {
        await using var command = transaction.Command(CountHolders, id.Value);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    private static string[] Names(AccessRole role) =>
        [.. role.Permissions.Select(permission => permission.Name).Order()];

    private static AccessRole Map(NpgsqlDataReader row) => new()
    {
        Id = new AccessRoleId(row.GetGuid(0)),
        Name = row.GetString(1),
        Description = row.GetString(2),
        BuiltIn = GrantRows.BuiltIn(row.Text(3)),
        Permissions = GrantRows.Permissions(row.Text(3), row.GetFieldValue<string[]>(4)),
        Version = row.GetInt64(5),
        CreatedAt = row.Time(6),
    };
}
