using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Storage;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Changes published schedules at once: by steps of editing, or back to what they were. Each is a publish like any
/// other.
/// </summary>
public sealed class PublishedEditing(
    PublishStore publishes, DraftStore drafts, RestoreStore restores, UnitDayStores stores, Publishing publishing)
{
    // Far enough for every plan; a year that somebody mistyped is refused.
    private static readonly Period Reach = Period.FromYears(3);

    /// <returns>With the days as they are published then; of a trial, as they would be.</returns>
    public async Task<Outcome<(EditedDays Edited, PublishedCounts Counts, IReadOnlyList<AgentDay> Now)>> EditAsync(
        WriteTransaction transaction, ScheduleUnit unit, EditWish wish, CancellationToken token)
    {
        if (wish.Steps.Refused is { } unreadable)
        {
            return unreadable;
        }

        var (steps, today) = (wish.Steps.Value, unit.Today(transaction.Context.At));
        if (DayStepping.Outside(steps, day => day > today - Reach && day < today + Reach) is { } outside)
        {
            return outside;
        }

        // Locked before they are read: what the steps are done to is what they will replace.
        var concerned = DayEditing.Concerned(steps.Select(step => step.Edit)).ToList();
        await publishes.LockDaysAsync(transaction, unit.Unit.Id, concerned, token);
        var days = await stores.ReadAsync(transaction, unit, null, concerned, token);
        var edited = DayStepping.Do(unit, days, steps);
        if (edited.Refused is { } refusal)
        {
            return refusal;
        }

        if (wish.IsTrial)
        {
            return (edited.Value, PublishedCounts.Nothing, [.. edited.Value.Changed.Select(day => new AgentDay(
                day.Key.Agent, day.Key.Day, unit.Unit.Id, days.BaseOf(day.Key.Agent, day.Key.Day), 0, day.Value))]);
        }

        var counts = await PublishAsync(transaction, unit, wish, (days, edited.Value), token);
        return counts.Refused is { } conflict
            ? conflict
            : (edited.Value, counts.Value,
                await publishes.LockDaysAsync(
                    transaction, unit.Unit.Id, [.. edited.Value.Changed.Keys], token));
    }

    /// <summary>Takes back what a version changed; what others have published on those days since is kept.</summary>
    public async Task<Outcome<PublishedCounts>> TakeBackAsync(
        WriteTransaction transaction, ScheduleUnit unit, ScheduleRevision revision, RestoreWish wish,
        CancellationToken token)
    {
        var source = New(transaction);
        await restores.TakeBackAsync(transaction, source, revision, token);
        return await RestoreAsync(transaction, unit, source, wish, token);
    }

    /// <summary>Puts all days of the unit back to what they were at a version.</summary>
    public async Task<Outcome<PublishedCounts>> GoBackAsync(
        WriteTransaction transaction, ScheduleUnit unit, long version, RestoreWish wish, CancellationToken token)
    {
        var source = New(transaction);
        await restores.GoBackAsync(transaction, source, unit.Unit.Id, version, token);
        return await RestoreAsync(transaction, unit, source, wish, token);
    }

    // As a draft of its own, made from what was seen.
    private async Task<Outcome<PublishedCounts>> PublishAsync(
        WriteTransaction transaction, ScheduleUnit unit, EditWish wish, (UnitDays Days, EditedDays Edited) done,
        CancellationToken token)
    {
        var source = New(transaction);
        var seen = wish.Steps.Value.Where(step => step.SeenVersion is not null)
            .GroupBy(step => (step.Edit.Agent, step.Edit.Day))
            .ToDictionary(step => step.Key, step => step.First().SeenVersion!.Value);
        await drafts.PutDaysAsync(transaction, source, [.. done.Edited.Changed.Select(day => new DraftDay(
            day.Key.Agent, day.Key.Day, seen.TryGetValue(day.Key, out var version)
                ? version
                : done.Days.BaseOf(day.Key.Agent, day.Key.Day), 0, "", day.Value))], token);
        return await publishing.PublishAsync(
            transaction, new PublishWork(unit, new Selection(source), RevisionKind.Edit, wish.Note, Force: false),
            token);
    }

    private async Task<Outcome<PublishedCounts>> RestoreAsync(
        WriteTransaction transaction, ScheduleUnit unit, DraftId source, RestoreWish wish, CancellationToken token)
    {
        await drafts.DropDaysAsync(transaction, source, wish.LeaveOut, token);
        if (wish.PutBack.Count > 0)
        {
            var days = await drafts.ListDaysAsync(transaction, source, [.. wish.PutBack.Keys], token);
            await drafts.PutDaysAsync(transaction, source, [.. days.Select(day =>
                day with { BaseVersion = wish.PutBack[(day.Agent, day.Day)] })], token);
        }

        return await publishing.PublishAsync(transaction, Work(unit, source, wish), token);
    }

    private static PublishWork Work(ScheduleUnit unit, DraftId source, RestoreWish wish) =>
        new(unit, new Selection(source), RevisionKind.Restore, wish.Note, wish.Force) { Tell = wish.Tell };

    private static DraftId New(WriteTransaction transaction) => new(Guid.CreateVersion7(transaction.Context.At));
}
