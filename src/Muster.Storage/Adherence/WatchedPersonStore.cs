using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Whose adherence is judged: who belongs to a unit and has not left.</summary>
public sealed class WatchedPersonStore(Database database)
{
    private const int LongJobSeconds = 60;

    private const string Select = """
        SELECT id, tenant_id, management_unit_id, team_id, trim(first_name || ' ' || last_name) FROM agent
        WHERE removed_at IS NULL AND management_unit_id IS NOT NULL AND (employed_to IS NULL OR employed_to > $1)
            AND ($2::uuid[] IS NULL OR id = ANY ($2))
        """;

    /// <param name="day">Who is employed on it, or will be.</param>
    /// <param name="agents">Of these; null: all.</param>
    public Task<IReadOnlyList<WatchedPerson>> ListAsync(
        LocalDate day, IEnumerable<AgentId>? agents, CancellationToken token) =>
        database.Command(Select, day.ToDateOnly(), Commands.Uuids(agents?.Select(agent => (Guid?)agent.Value)))
            .Patient(LongJobSeconds).ListAsync(
                row => new WatchedPerson(
                    new AgentId(row.GetGuid(0)), new TenantId(row.GetGuid(1)), new ManagementUnitId(row.GetGuid(2)),
                    row.Uuid(3) is { } team ? new TeamId(team) : null, row.GetString(4)),
                token);
}
