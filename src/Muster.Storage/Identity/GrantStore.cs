using Muster.Domain.Identity;

namespace Muster.Storage.Identity;

/// <summary>Who holds which access role, and where.</summary>
public sealed class GrantStore
{
    private const string OfHolders = """
        SELECT coalesce(g.user_id, g.client_id), r.id, r.name, g.scope_kind, g.scope_unit
        FROM access_grant g JOIN access_role r ON r.id = g.access_role_id
        WHERE g.user_id = ANY ($1) OR g.client_id = ANY ($1)
        ORDER BY r.name, g.scope_kind, g.scope_unit
        """;

    private const string DeleteOfUser = "DELETE FROM access_grant WHERE user_id = $1";

    private const string DeleteOfClient = "DELETE FROM access_grant WHERE client_id = $1";

    private const string Insert = """
        INSERT INTO access_grant (user_id, client_id, access_role_id, scope_kind, scope_unit)
        SELECT $1, $2, $3, $4, $5
        ON CONFLICT DO NOTHING
        """;

    /// <summary>The grants of some users or clients, by holder.</summary>
    public async Task<ILookup<Guid, Grant>> ReadAsync(
        SqlSession session, IEnumerable<Guid> holders, CancellationToken token)
    {
        var rows = await session.Command(OfHolders, holders.ToArray())
            .ListAsync(row => (Holder: row.GetGuid(0), Grant: GrantRows.Map(row, 1)), token);
        return rows.ToLookup(row => row.Holder, row => row.Grant);
    }

    public async Task ReplaceAsync(
        WriteTransaction transaction, UserId user, IEnumerable<Grant> grants, CancellationToken token)
    {
        await transaction.Command(DeleteOfUser, user.Value).ExecuteAsync(token);
        await InsertAsync(transaction, user.Value, null, grants, token);
    }

    public async Task ReplaceAsync(
        WriteTransaction transaction, ClientId client, IEnumerable<Grant> grants, CancellationToken token)
    {
        await transaction.Command(DeleteOfClient, client.Value).ExecuteAsync(token);
        await InsertAsync(transaction, null, client.Value, grants, token);
    }

    private static async Task InsertAsync(
        WriteTransaction transaction, Guid? user, Guid? client, IEnumerable<Grant> grants, CancellationToken token)
    {
        foreach (var grant in grants)
        {
            await transaction.Command(
                Insert,
                Commands.Uuid(user),
                Commands.Uuid(client),
                grant.Role.Value,
                GrantRows.Text(grant.Scope.Kind),
                Commands.Uuid(grant.Scope.Unit)).ExecuteAsync(token);
        }
    }
}
