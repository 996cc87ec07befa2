using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Storage;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Edits drafts. Who edits one draft waits for who does: each edit is done to the draft as the one before left it, so
/// none is lost.
/// </summary>
public sealed class DraftEditing(
    DraftStore drafts, DraftEditStore edits, UnitDayStores stores, ScheduleUnits units)
{
    public const string Title = "draft";

    public async Task<Outcome<EditedDraft>> EditAsync(
        WriteTransaction transaction, Caller caller, DraftId id, EditWish wish, CancellationToken token)
    {
        var found = await LockAsync(transaction, caller, id, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var (draft, unit) = found.Value;
        if (wish.Steps.Refused is { } unreadable)
        {
            return unreadable;
        }

        if (DayStepping.Outside(wish.Steps.Value, draft.Holds) is { } outside)
        {
            return outside;
        }

        var concerned = DayEditing.Concerned(wish.Steps.Value.Select(step => step.Edit)).ToList();
        var days = await stores.ReadAsync(transaction, unit, id, concerned, token);
        var edited = DayStepping.Do(unit, days, wish.Steps.Value);
        return edited.Refused is { } wrong ? wrong
            : new EditedDraft(
                wish.IsTrial ? draft : await WriteAsync(transaction, draft, caller, (days, edited.Value), token),
                edited.Value);
    }

    /// <summary>Takes an edit back, if nobody has changed its days since.</summary>
    /// <param name="version">The draft's, which the edit made; null: the caller's last.</param>
    public async Task<Outcome<EditedDraft>> UndoAsync(
        WriteTransaction transaction, Caller caller, DraftId id, long? version, CancellationToken token)
    {
        var found = await LockAsync(transaction, caller, id, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var (draft, unit) = found.Value;
        var edit = version is { } one
            ? await edits.FindAsync(transaction, id, one, token)
            : await edits.FindLastAsync(transaction, id, caller.Id, token);
        if (edit is null)
        {
            return new Refusal.Conflict("There is nothing to undo.");
        }

        if (await WhyNotAsync(transaction, id, edit, token) is { } why)
        {
            return new Refusal.Conflict(why);
        }

        var before = DemandJson.Read<IReadOnlyList<KeptDay>>(edit.Before);
        var keys = before.Select(day => (new AgentId(day.Agent), day.Day)).ToList();
        var now = (await drafts.ListDaysAsync(transaction, id, keys, token))
            .ToDictionary(day => (day.Agent, day.Day));
        var published = await stores.ReadAsync(transaction, unit, null, keys, token);
        var next = draft with { Version = draft.Version + 1 };
        await drafts.PutDaysAsync(transaction, id, [.. before.Where(day => day.BaseVersion is not null).Select(day =>
            new DraftDay(
                new AgentId(day.Agent), day.Day, day.BaseVersion!.Value, next.Version, caller.Name, day.Content))],
            token);
        await drafts.DropDaysAsync(transaction, id,
            [.. before.Where(day => day.BaseVersion is null).Select(day => (new AgentId(day.Agent), day.Day))], token);
        await edits.SetUndoneAsync(transaction, id, edit.Version, next.Version, token);
        var sentence = $"undoes: {edit.Sentence}";
        await KeepAsync(transaction, next, caller, (sentence, Before(keys, now)), token);
        await drafts.UpdateAsync(transaction, next, token);
        return new EditedDraft(next, new EditedDays(Contents(before, published), [], sentence));
    }

    /// <summary>Settles a conflict: which of the two counts from here on.</summary>
    public async Task<Outcome<EditedDraft>> SettleAsync(
        WriteTransaction transaction, Caller caller, DraftId id, SettleWish wish, CancellationToken token)
    {
        var (seen, keepMine) = wish;
        var keys = seen.Keys.ToList();
        var found = await LockAsync(transaction, caller, id, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var (draft, unit) = found.Value;
        var now = (await drafts.ListDaysAsync(transaction, id, keys, token)).ToDictionary(day => (day.Agent, day.Day));
        var next = draft with { Version = draft.Version + 1 };
        var kept = now.Values.Where(_ => keepMine).Select(day => day with
        {
            BaseVersion = seen[(day.Agent, day.Day)],
            Version = next.Version,
            ChangedBy = caller.Name,
        }).ToList();
        await drafts.PutDaysAsync(transaction, id, kept, token);
        await drafts.DropDaysAsync(transaction, id, keepMine ? [] : [.. now.Keys], token);
        var sentence = keepMine
            ? $"keeps {kept.Count} of the draft's days over what was published"
            : $"takes {now.Count} days as they were published";
        await KeepAsync(transaction, next, caller, (sentence, Before(now.Keys, now)), token);
        await drafts.UpdateAsync(transaction, next, token);
        var days = await stores.ReadAsync(transaction, unit, id, keys, token);
        return new EditedDraft(next, new EditedDays(
            now.Keys.ToDictionary(key => key, key => days[key.Agent, key.Day]), [], sentence));
    }

    /// <summary>Why an edit cannot be undone; null when it can.</summary>
    private async Task<string?> WhyNotAsync(
        WriteTransaction transaction, DraftId id, DraftEdit edit, CancellationToken token)
    {
        if (edit.UndoneBy is { } undone)
        {
            return $"Version {edit.Version} was undone already, by version {undone}.";
        }

        if (await edits.FindPublishedAsync(transaction, id, edit, token) is { } published)
        {
            return $"It was published since, with version {published} of the schedules.\n"
                + "Maybe take that version back.";
        }

        return await edits.FindLaterAsync(transaction, id, edit, token) is { } later
            ? $"{later.Author} has changed a day of it since, with version {later.Version}: {later.Sentence}.\n"
                + "Maybe undo that first."
            : null;
    }

    private async Task<Outcome<(ScheduleDraft Draft, ScheduleUnit Unit)>> LockAsync(
        WriteTransaction transaction, Caller caller, DraftId id, CancellationToken token)
    {
        if (await drafts.LockAsync(transaction, id, token) is not { } draft)
        {
            return new Refusal.NotFound(Title, id.ToString());
        }

        return (await units.FindAsync(caller, draft.ManagementUnit, Permissions.ScheduleEdit, token))
            .Then(unit => (draft, unit));
    }

    private async Task<ScheduleDraft> WriteAsync(
        WriteTransaction transaction, ScheduleDraft draft, Caller caller, (UnitDays Days, EditedDays Edited) done,
        CancellationToken token)
    {
        var (days, edited) = done;
        if (edited.Changed.Count == 0)
        {
            return draft;
        }

        var next = draft with { Version = draft.Version + 1 };
        var now = (await drafts.ListDaysAsync(transaction, draft.Id, [.. edited.Changed.Keys], token))
            .ToDictionary(day => (day.Agent, day.Day));
        var changed = edited.Changed.Select(day => new DraftDay(
            day.Key.Agent, day.Key.Day, days.BaseOf(day.Key.Agent, day.Key.Day), next.Version, caller.Name,
            day.Value)).ToList();
        await drafts.PutDaysAsync(transaction, draft.Id, changed, token);
        await KeepAsync(transaction, next, caller, (edited.Sentence, Before(edited.Changed.Keys, now)), token);
        await drafts.UpdateAsync(transaction, next, token);
        return next;
    }

    private Task KeepAsync(
        WriteTransaction transaction, ScheduleDraft next, Caller caller, (string Sentence, string Before) what,
        CancellationToken token) => edits.InsertAsync(
            transaction, next.Id,
            new DraftEdit(
                next.Version, caller.Name, caller.Id, transaction.Context.At, what.Sentence, what.Before, null),
            token);

    private static string Before(
        IEnumerable<(AgentId Agent, LocalDate Day)> keys, Dictionary<(AgentId Agent, LocalDate Day), DraftDay> now) =>
        DemandJson.Write(keys.Select(key => KeptDay.Of(key.Agent.Value, key.Day, now.GetValueOrDefault(key))).ToList());

    private static Dictionary<(AgentId Agent, LocalDate Day), DayContent> Contents(
        IReadOnlyList<KeptDay> before, UnitDays published) => before.ToDictionary(
        day => (new AgentId(day.Agent), day.Day),
        day => day.BaseVersion is null ? published[new AgentId(day.Agent), day.Day] : day.Content);
}
