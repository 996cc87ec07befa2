using Muster.Domain.People;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage.People;

/// <summary>Finds agents.</summary>
public sealed class PeopleStore(Database database)
{
    private const string Where = """
        FROM agent a
        WHERE ($1::text IS NULL OR first_name || ' ' || last_name ILIKE $1 OR last_name || ' ' || first_name ILIKE $1
                OR employee_number ILIKE $1 OR user_name ILIKE $1 OR email ILIKE $1)
            AND ($2::uuid[] IS NULL OR management_unit_id = ANY ($2))
            AND ($3::uuid IS NULL OR team_id = $3)
            AND ($4::uuid[] IS NULL OR skill_ids @> $4)
            AND ($5::uuid IS NULL OR EXISTS (SELECT FROM identity i WHERE i.entity_id = a.id AND i.source_id = $5))
            AND CASE $6
                WHEN 'active' THEN removed_at IS NULL AND employed_from <= $7
                    AND (employed_to IS NULL OR employed_to > $7)
                WHEN 'inactive' THEN removed_at IS NULL AND NOT (
                    employed_from IS NOT NULL AND employed_from <= $7 AND (employed_to IS NULL OR employed_to > $7))
                WHEN 'removed' THEN removed_at IS NOT NULL
                ELSE removed_at IS NULL END
            AND ($8::boolean IS NULL OR is_overridden = $8)
            AND ($9::uuid IS NULL OR work_plan_id = $9)
        """;

    private const string Select =
        $"SELECT {AgentRow.Columns} {Where} ORDER BY last_name, first_name, id OFFSET $10 LIMIT $11";

    private const string SelectIds = $"SELECT id {Where} ORDER BY id LIMIT $10";

    private const string Count = $"SELECT count(*) {Where}";

    private const string SelectSources = """
        SELECT entity_id, source_id, external_id, said_at, touched_at, record IS NULL FROM identity
        WHERE entity_id = ANY ($1) AND kind = 'person' ORDER BY source_id, external_id
        """;

    private const string CountOf = """
        SELECT count(*) FROM agent
        WHERE removed_at IS NULL AND (management_unit_id = $1 OR team_id = $1 OR work_plan_id = $1 OR site_id = $1
            OR time_zone_id = $1 OR tenant_id = $1 OR skill_ids @> ARRAY[$1])
        """;

    /// <summary>Some of the agents, by last name and first name.</summary>
    public Task<IReadOnlyList<Agent>> ListAsync(AgentFilter filter, int offset, int limit, CancellationToken token) =>
        database.Command(Select, [.. Values(filter), offset, limit]).ListAsync(AgentRow.Map, token);

    public async Task<long> CountAsync(AgentFilter filter, CancellationToken token) =>
        (await database.Command(Count, Values(filter)).ListAsync(row => row.GetInt64(0), token))[0];

    /// <summary>The ids of the agents, at most so many.</summary>
    public Task<IReadOnlyList<AgentId>> ListIdsAsync(AgentFilter filter, int limit, CancellationToken token) =>
        database.Command(SelectIds, [.. Values(filter), limit]).ListAsync(row => new AgentId(row.GetGuid(0)), token);

    /// <summary>Which sources know these agents.</summary>
    public Task<IReadOnlyList<AgentSourceRow>> ListSourcesAsync(
        IEnumerable<AgentId> agents, CancellationToken token) =>
        database.Command(SelectSources, agents.Select(agent => agent.Value).ToArray()).ListAsync(
            row => new AgentSourceRow(
                row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.MaybeTime(3), row.Time(4), row.GetBoolean(5)),
            token);

    /// <summary>How many agents an item of the organization is used by.</summary>
    public async Task<long> CountUsersAsync(SqlSession session, Guid item, CancellationToken token) =>
        (await session.Command(CountOf, item).ListAsync(row => row.GetInt64(0), token))[0];

    private static object?[] Values(AgentFilter filter) =>
    [
        Commands.Text(filter.Search is { } part ? LikePattern.Containing(part) : null),
        Ids(filter.Units),
        Commands.Uuid(filter.Team),
        Ids(filter.Skills),
        Commands.Uuid(filter.Source),
        Commands.Text(filter.Status),
        filter.Day.ToDateOnly(),
        new NpgsqlParameter { Value = filter.Differs ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean },
        Commands.Uuid(filter.WorkPlan),
    ];

    private static NpgsqlParameter Ids(IReadOnlyList<Guid>? ids) => new()
    {
        Value = ids?.ToArray() ?? (object)DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
    };
}
