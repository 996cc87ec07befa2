using Muster.Domain.Organization;
using Muster.Domain.Schedules;

namespace Muster.Storage.Schedules;

/// <summary>Fills days to be published with what they were before.</summary>
public sealed class RestoreStore
{
    private const int LongJobSeconds = 60;

    private const string Columns =
        $"draft_id, agent_id, day, base_version, version, changed_by, {DayColumns.Names}";

    // Made from what the revision published: whatever came later is a change of somebody else.
    private const string TakeBack = $$"""
        INSERT INTO draft_day ({{Columns}})
        SELECT $1::uuid, agent_id, day, version + 1, 0, $3::text, {{DayColumns.Names}}
        FROM agent_day_past WHERE replaced_by = $2
        UNION ALL
        SELECT $1::uuid, agent_id, day, 1, 0, $3::text, '{}', '{}', '{}', '{}'
        FROM (
            SELECT agent_id, day FROM agent_day WHERE revision = $2 AND version = 1
            UNION ALL
            SELECT agent_id, day FROM agent_day_past WHERE revision = $2 AND version = 1) first
        """;

    // Made from what is published now: everything since then goes.
    private const string GoBack = $$"""
        INSERT INTO draft_day ({{Columns}})
        SELECT $1::uuid, h.agent_id, h.day, h.version, 0, $4::text,
            coalesce(p.starts, '{}'), coalesce(p.minutes, '{}'), coalesce(p.layers, '{}'), coalesce(p.codes, '{}')
        FROM agent_day h JOIN schedule_revision r ON r.id = h.revision
        LEFT JOIN LATERAL (
            SELECT q.* FROM agent_day_past q
            JOIN schedule_revision f ON f.id = q.revision JOIN schedule_revision n ON n.id = q.replaced_by
            WHERE q.agent_id = h.agent_id AND q.day = h.day AND f.version <= $3 AND n.version > $3) p ON true
        WHERE h.management_unit_id = $2 AND r.version > $3
        """;

    /// <summary>What days were before a revision changed them.</summary>
    public Task TakeBackAsync(
        WriteTransaction transaction, DraftId draft, ScheduleRevision revision, CancellationToken token) =>
        transaction.Command(TakeBack, draft.Value, revision.Id, transaction.Context.Actor.Name)
            .Patient(LongJobSeconds).ExecuteAsync(token);

    /// <summary>What all days of a unit were at a version.</summary>
    public Task GoBackAsync(
        WriteTransaction transaction, DraftId draft, ManagementUnitId unit, long version, CancellationToken token) =>
        transaction.Command(GoBack, draft.Value, unit.Value, version, transaction.Context.Actor.Name)
            .Patient(LongJobSeconds).ExecuteAsync(token);
}
