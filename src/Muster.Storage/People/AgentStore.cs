using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Storage.People;

/// <summary>Agents. What is written here is told in the scope "people" by whoever writes it.</summary>
public sealed class AgentStore(Database database)
{
    private const string SelectById = $"SELECT {AgentRow.Columns} FROM agent WHERE id = $1";

    private const string SelectOfUnit = $"""
        SELECT {AgentRow.Columns} FROM agent WHERE management_unit_id = $1 AND removed_at IS NULL ORDER BY id
        """;

    private const string SelectOfUser = $"""
        SELECT {AgentRow.Columns} FROM agent
        WHERE lower(user_name) = (SELECT lower(user_name) FROM user_account WHERE id = $1) AND removed_at IS NULL
        ORDER BY id
        """;

    private const string SelectSome = $"SELECT {AgentRow.Columns} FROM agent WHERE id = ANY ($1) ORDER BY id";

    // In the order of their ids, as everybody locks them, so that no two wait for each other.
    private const string Lock = $"SELECT {AgentRow.Columns} FROM agent WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    // The row says no more than its columns; what it does not say, stays away.
    private const string Put = """
        INSERT INTO agent (
            id, tenant_id, employee_number, user_name, first_name, last_name, email, site_id, management_unit_id,
            time_zone_id, employed_from, employed_to, skill_ids, skill_levels, team_id, work_plan_id, is_overridden,
            details, removed_at, version)
        SELECT id, tenant_id, employee_number, user_name, first_name, last_name, email, site_id, management_unit_id,
            time_zone_id, employed_from, employed_to, skill_ids, skill_levels, team_id, work_plan_id, is_overridden,
            details, removed_at, version
        FROM jsonb_to_recordset($1) AS r (
            id uuid, tenant_id uuid, employee_number text, user_name text, first_name text, last_name text, email text,
            site_id uuid, management_unit_id uuid, time_zone_id uuid, employed_from date, employed_to date,
            skill_ids uuid[], skill_levels smallint[], team_id uuid, work_plan_id uuid, is_overridden boolean,
            details jsonb, removed_at timestamptz, version bigint)
        ON CONFLICT (id) DO UPDATE SET
            tenant_id = excluded.tenant_id, employee_number = excluded.employee_number,
            user_name = excluded.user_name, first_name = excluded.first_name, last_name = excluded.last_name,
            email = excluded.email, site_id = excluded.site_id, management_unit_id = excluded.management_unit_id,
            time_zone_id = excluded.time_zone_id, employed_from = excluded.employed_from,
            employed_to = excluded.employed_to, skill_ids = excluded.skill_ids, skill_levels = excluded.skill_levels,
            team_id = excluded.team_id, work_plan_id = excluded.work_plan_id, is_overridden = excluded.is_overridden,
            details = excluded.details, removed_at = excluded.removed_at, version = excluded.version,
            changed_at = clock_timestamp()
        """;

    // Without, the planner takes few to be there, and sorts all of them for every page of the list.
    private const string Analyze = "ANALYZE agent";

    public Task<Agent?> FindAsync(AgentId id, CancellationToken token) =>
        database.Command(SelectById, id.Value).FirstAsync(AgentRow.Map, token);

    /// <summary>The agents of a unit, whenever they are employed.</summary>
    public Task<IReadOnlyList<Agent>> ListOfUnitAsync(ManagementUnitId unit, CancellationToken token) =>
        database.Command(SelectOfUnit, unit.Value).ListAsync(AgentRow.Map, token);

    /// <summary>Who has the user name of an account; of several tenants there may be several.</summary>
    public Task<IReadOnlyList<Agent>> ListOfUserAsync(UserId user, CancellationToken token) =>
        database.Command(SelectOfUser, user.Value).ListAsync(AgentRow.Map, token);

    /// <summary>Those of the agents that there are.</summary>
    public Task<IReadOnlyList<Agent>> ListAsync(
        SqlSession session, IReadOnlyCollection<AgentId> ids, CancellationToken token) =>
        session.Command(SelectSome, ids.Select(id => id.Value).ToArray()).ListAsync(AgentRow.Map, token);

    /// <summary>Tells the database's planner how many there are; for who writes many at once.</summary>
    public Task AnalyzeAsync(CancellationToken token) => database.Command(Analyze).ExecuteAsync(token);

    /// <summary>Those of the agents that there are, locked until the transaction ends.</summary>
    public Task<IReadOnlyList<Agent>> LockAsync(
        WriteTransaction transaction, IEnumerable<AgentId> ids, CancellationToken token) =>
        transaction.Command(Lock, ids.Select(id => id.Value).ToArray()).ListAsync(AgentRow.Map, token);

    /// <summary>Writes agents that are new, or that this transaction has locked.</summary>
    public Task PutAsync(WriteTransaction transaction, IReadOnlyList<Agent> agents, CancellationToken token) =>
        agents.Count == 0
            ? Task.CompletedTask
            : transaction.Command(Put, Commands.Json(AgentRow.Write(agents))).ExecuteAsync(token);
}
