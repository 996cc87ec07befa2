using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Whose adherence is judged: who belongs to a unit, and has not been removed before.</summary>
public sealed class WatchedPersonStore(Database database)
{
    private const int LongJobSeconds = 60;

    private const string Select = """
        SELECT id, tenant_id, management_unit_id, team_id, trim(first_name || ' ' || last_name), removed_at
        FROM agent
        WHERE management_unit_id IS NOT NULL
            AND (removed_at IS NULL OR removed_at > $1::date::timestamp AT TIME ZONE 'UTC')
            AND employed_from <= $2 AND (employed_to IS NULL OR employed_to > $1)
            AND ($3::uuid[] IS NULL OR id = ANY ($3))
        """;

    /// <summary>Who is employed on some of the days <c>[from, to)</c>, which are those of UTC.</summary>
    /// <param name="agents">Of these; null: of all.</param>
    public Task<IReadOnlyList<WatchedPerson>> ListAsync(
        (LocalDate From, LocalDate To) days, IEnumerable<AgentId>? agents, CancellationToken token) =>
        database.Command(
            Select, days.From.ToDateOnly(), days.To.PlusDays(-1).ToDateOnly(),
            Commands.Uuids(agents?.Select(agent => (Guid?)agent.Value)))
                .Patient(LongJobSeconds).ListAsync(
                row => new WatchedPerson(
                    new AgentId(row.GetGuid(0)), new TenantId(row.GetGuid(1)), new ManagementUnitId(row.GetGuid(2)),
                    row.Uuid(3) is { } team ? new TeamId(team) : null, row.GetString(4))
                {
                    Until = row.MaybeTime(5),
                },
                token);
}
