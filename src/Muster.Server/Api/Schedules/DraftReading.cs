using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Server.Api.Access;
using Muster.Server.Schedules;
using Muster.Storage;
using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Reads drafts for whoever may see them.</summary>
public sealed class DraftReading(
    ScheduleUnits units, DraftStore drafts, DraftEditStore edits, Publishing publishing, Database database)
{
    public async Task<Outcome<(ScheduleDraft Draft, ScheduleUnit Unit)>> FindAsync(
        HttpContext http, Guid id, Permission permission)
    {
        if (await drafts.FindAsync(new DraftId(id), http.RequestAborted) is not { } draft)
        {
            return new Refusal.NotFound(DraftEditing.Title, id.ToString());
        }

        var unit = await units.FindAsync(http.Caller(), draft.ManagementUnit, permission, http.RequestAborted);
        return unit.Refused is Refusal.NotFound
            ? new Refusal.NotFound(DraftEditing.Title, id.ToString())
            : unit.Then(found => (draft, found));
    }

    /// <summary>A unit and, where one is asked for, a draft of it.</summary>
    public async Task<Outcome<(ScheduleUnit Unit, ScheduleDraft? Draft)>> FindAsync(
        HttpContext http, Guid unitId, Guid? id)
    {
        var unit = await units.FindAsync(
            http.Caller(), new ManagementUnitId(unitId), Permissions.ScheduleView, http.RequestAborted);
        if (unit.Refused is not null || id is not { } asked)
        {
            return unit.Then(found => (found, (ScheduleDraft?)null));
        }

        var draft = await drafts.FindAsync(new DraftId(asked), http.RequestAborted);
        return draft?.ManagementUnit == unit.Value.Unit.Id
            ? (unit.Value, draft)
            : new Refusal.NotFound(DraftEditing.Title, asked.ToString());
    }

    /// <summary>What was done to a draft, the latest first.</summary>
    public Task<IReadOnlyList<DraftEdit>> EditsAsync(DraftId draft, long before, int limit, CancellationToken token) =>
        edits.ListAsync(draft, before, limit, token);

    public async Task<DifferencesView> DifferencesAsync(
        (ScheduleDraft Draft, ScheduleUnit Unit) found, Divergence divergence, CancellationToken token)
    {
        var changes = await drafts.ListExtentAsync(found.Draft.Id, token);
        var work = new PublishWork(found.Unit, new Selection(found.Draft.Id), RevisionKind.Publish, "", Force: false);
        await publishing.ForeseeAsync(database, work, divergence, token);
        return new DifferencesView(
            changes.Count, changes.Sum(agent => agent.Days.Count), [.. changes.Select(DraftExtentView.Of)],
            [.. divergence.Conflicts.Select(DayConflictView.Of)], [.. divergence.Merged.Select(MergedDayView.Of)],
            divergence.ConflictCount, divergence.MergedCount,
            divergence.End is { } end ? DayCursor.Write(end) : null);
    }
}
