namespace Muster.Storage.Events;

/// <summary>Finds agents by what sources call them.</summary>
public sealed class AgentKeyStore
{
    private const int KeysAtOnce = 5_000;

    private const string SelectByName = """
        SELECT k.place::int, m.id, m.rank
        FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS k (tenant_id, name, place), LATERAL (
            SELECT a.id, 1 AS rank FROM agent a
            WHERE a.employee_number = k.name AND a.tenant_id = k.tenant_id AND a.removed_at IS NULL
            UNION ALL
            SELECT a.id, 2 FROM agent a
            WHERE lower(a.user_name) = lower(k.name) AND a.user_name IS NOT NULL AND a.tenant_id = k.tenant_id
                AND a.removed_at IS NULL
            UNION ALL
            SELECT a.id, 3 FROM identity i JOIN agent a ON a.id = i.entity_id
            WHERE i.kind = 'person' AND i.external_id = k.name AND a.tenant_id = k.tenant_id AND a.removed_at IS NULL
        ) AS m
        """;

    private const string SelectByLogin = """
        SELECT k.place::int, a.id, 1
        FROM unnest($1::uuid[], $2::text[], $3::uuid[]) WITH ORDINALITY AS k (tenant_id, code, switch_id, place)
        JOIN agent a ON a.tenant_id = k.tenant_id AND a.removed_at IS NULL
            AND a.details -> 'logins' @> jsonb_build_array(jsonb_strip_nulls(
                jsonb_build_object('switch', k.switch_id, 'code', k.code)))
        """;

    /// <summary>Everybody who goes by one of these keys; a key may fit several.</summary>
    public async Task<IReadOnlyList<AgentMatch>> FindAsync(
        WriteTransaction transaction, IEnumerable<AgentKey> keys, CancellationToken token)
    {
        var found = new List<AgentMatch>();
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            AgentKey[] names = [.. some.Where(key => !key.IsLogin)];
            AgentKey[] logins = [.. some.Where(key => key.IsLogin)];
            if (names.Length > 0)
            {
                found.AddRange(await transaction.Command(SelectByName, Tenants(names), Texts(names))
                    .ListAsync(row => Match(names, row), token));
            }

            if (logins.Length > 0)
            {
                found.AddRange(await transaction.Command(
                    SelectByLogin, Tenants(logins), Texts(logins), Commands.Uuids(logins.Select(key => key.Switch)))
                    .ListAsync(row => Match(logins, row), token));
            }
        }

        return found;
    }

    private static Guid[] Tenants(AgentKey[] keys) => [.. keys.Select(key => key.Tenant)];

    private static string[] Texts(AgentKey[] keys) => [.. keys.Select(key => key.Text)];

    private static AgentMatch Match(AgentKey[] keys, Npgsql.NpgsqlDataReader row) =>
        new(keys[row.GetInt32(0) - 1], row.GetGuid(1), row.GetInt32(2));
}
