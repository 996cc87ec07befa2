using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Domain.Scheduling;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Schedules;
using Muster.Storage.Scheduling;

namespace Muster.Server.Schedules;

/// <summary>Makes drafts, from what is published or from a build, and removes them.</summary>
public sealed class Drafting(
    DraftStore drafts, ScheduleStore published, BuildStore builds, BuildPartStore parts, Audit audit)
{
    public async Task<Outcome<ScheduleDraft>> CreateAsync(
        WriteTransaction transaction, ScheduleUnit unit, ScheduleDraft asked, CancellationToken token)
    {
        if (asked.Check() is { } wrong)
        {
            return wrong;
        }

        var draft = asked with { FromVersion = await published.VersionAsync(token) };
        if (draft.Build is { } build)
        {
            var filled = await FromBuildAsync(transaction, unit, draft, build, token);
            if (filled.Refused is { } refusal)
            {
                return refusal;
            }

            draft = filled.Value;
        }

        await drafts.InsertAsync(transaction, draft, token);
        await NoteAsync(transaction, "created", draft, token);
        return draft;
    }

    public async Task<ScheduleDraft> RemoveAsync(
        WriteTransaction transaction, ScheduleDraft draft, CancellationToken token)
    {
        var gone = draft with { Version = draft.Version + 1 };
        await drafts.RemoveAsync(transaction, gone, token);
        await NoteAsync(transaction, "removed", gone, token);
        return gone;
    }

    // The best of the unit's parts; the days of the draft are the build's.
    private async Task<Outcome<ScheduleDraft>> FromBuildAsync(
        WriteTransaction transaction, ScheduleUnit unit, ScheduleDraft draft, BuildId id, CancellationToken token)
    {
        if (await builds.FindAsync(id, token) is not { } build || build.BusinessUnit != unit.Business.Id)
        {
            return new Refusal.Invalid("build_id", $"names no build of {unit.Business.Name}: {id}.");
        }

        if (build.State == BuildState.Cancelled)
        {
            return new Refusal.Invalid("build_id", "names a build that was cancelled: nothing of it counts.");
        }

        var best = (await parts.ListAsync(id, token)).Where(part => part.Unit == unit.Unit.Id && part.Cost is not null)
            .OrderBy(part => part.Breaches).ThenBy(part => part.Cost).FirstOrDefault();
        if (best is null || await parts.FindIncumbentAsync(id, best.Number, token) is not { } text)
        {
            return new Refusal.Invalid("build_id",
                $"names a build that has no schedule of {unit.Unit.Name} yet.\nMaybe wait until it has.");
        }

        var made = draft with { FirstDay = build.FirstDay, Days = build.Weeks * 7 };
        var content = BuildContent.Of(unit, made, text);
        if (content.Refused is { } missing)
        {
            return missing;
        }

        await drafts.FillAsync(
            transaction, draft.Id,
            content.Value.Select(day => new DraftDay(
                day.Agent, day.Day, 0, draft.Version, draft.CreatedBy, day.Content)),
            token);
        return made;
    }

    private Task NoteAsync(
        WriteTransaction transaction, string action, ScheduleDraft draft, CancellationToken token) =>
        audit.AppendAsync(
            transaction, new AuditSubject(action, DraftEditing.Title, draft.Id.ToString()), null,
            new { draft.Name, draft.ManagementUnit, draft.FirstDay, draft.Days, build = draft.Build?.Value }, token);
}
