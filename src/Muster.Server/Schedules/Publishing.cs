using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Makes a draft's days the published ones: all that are chosen, or none. Days that others have changed meanwhile are
/// merged where both changes go together; else they are conflicts, each with its agent and day.
/// </summary>
public sealed class Publishing(PublishStore store, DivergenceLooking looking, DraftStore drafts, Audit audit)
{
    private const string Entity = "schedule";
    private const int LongestNight = 12;

    public async Task<Outcome<PublishedCounts>> PublishAsync(
        WriteTransaction transaction, PublishWork work, CancellationToken token)
    {
        if (work.LeaveOut.Count == 0)
        {
            return await PublishAllAsync(transaction, work, token);
        }

        var held = await drafts.ListDaysAsync(transaction, work.Source.Draft, work.LeaveOut, token);
        await drafts.DropDaysAsync(transaction, work.Source.Draft, work.LeaveOut, token);
        var made = await PublishAllAsync(transaction, work, token);
        await drafts.PutDaysAsync(transaction, work.Source.Draft, held, token);
        return made;
    }

    private async Task<Outcome<PublishedCounts>> PublishAllAsync(
        WriteTransaction transaction, PublishWork work, CancellationToken token)
    {
        var extent = await store.ListExtentAsync(transaction, work.Source, token);
        if (extent.Count == 0)
        {
            return PublishedCounts.Nothing with { WhyNothing = WhyNothing(work, isEmpty: true) };
        }

        var found = new Divergence();
        await looking.AwayAsync(transaction, work, extent, found, token);
        if (found.ConflictCount > 0)
        {
            await looking.DivergedAsync(transaction, work, found, token);
            return new Refusal.Diverged(found, work.Draft?.Id);
        }

        var revision = await store.BeginAsync(
            transaction, new NewRevision(work.Unit.Unit, work.Kind, work.Draft, work.Note), token);
        var parts = new PublishParts(
            work.Source, extent.Select(one => (one.Agent, one.Days)), revision, work.Tell);
        var diverged = await store.LockAsync(transaction, parts, work.Unit.Unit.Id, revision, token);
        var settled = await SettleAsync(transaction, work, diverged, token);
        if (settled.Refused is { } conflict)
        {
            return conflict;
        }

        // A night that began yesterday may still go on.
        var today = work.Unit.Today(transaction.Context.At.AddHours(-LongestNight));
        var lastShort = work.Unit.Today(transaction.Context.At.AddHours(work.Unit.Business.NoticeHours));
        var (agents, days) = await store.WriteAsync(
            transaction, parts,
            new PublishTarget(work.Unit.Unit.Id, revision, today, lastShort), token);
        if (days == 0)
        {
            return PublishedCounts.Nothing with { WhyNothing = WhyNothing(work, isEmpty: false) };
        }

        var counts = new PublishedCounts(
            revision, agents, days, settled.Value.MergedCount, settled.Value.ConflictCount);
        await NoteAsync(transaction, work, counts, token);
        return counts;
    }

    /// <summary>
    /// What would be in the way of a publish now, and what it would merge; nothing is locked, nothing written.
    /// </summary>
    public async Task ForeseeAsync(
        SqlSession session, PublishWork work, Divergence found, CancellationToken token)
    {
        var extent = await store.ListExtentAsync(session, work.Source, token);
        await looking.AwayAsync(session, work, extent, found, token);
        await looking.DivergedAsync(session, work, found, token);
    }

    private async Task<Outcome<Divergence>> SettleAsync(
        WriteTransaction transaction, PublishWork work, IReadOnlyList<(AgentId Agent, LocalDate Day)> diverged,
        CancellationToken token)
    {
        var found = new Divergence();
        await foreach (var merged in looking.MergeAsync(transaction, work, diverged, found, token))
        {
            await drafts.PutDaysAsync(
                transaction, work.Source.Draft,
                [.. merged.Select(day => new DraftDay(day.Agent, day.Day, day.Published.Version, 0, "", day.Both))],
                token);
        }

        return found.ConflictCount > 0 && !work.Force ? new Refusal.Diverged(found, work.Draft?.Id) : found;
    }

    private static string WhyNothing(PublishWork work, bool isEmpty) =>
        work.Kind != RevisionKind.Publish ? "Nothing to change: every day is so already."
        : !isEmpty ? "Nothing to publish: every day is published as this draft has it."
        : work.LeaveOut.Count > 0 ? "Nothing to publish: all that was asked for of this draft is left out."
        : work.Source is { Agents: null, Days: null } ? "Nothing to publish: this draft changes no day."
        : "Nothing to publish: none of the given agents and days are in this draft.";

    private Task NoteAsync(
        WriteTransaction transaction, PublishWork work, PublishedCounts counts, CancellationToken token) =>
        audit.AppendAsync(
            transaction,
            new AuditSubject(
                work.Force && counts.Overwritten > 0 ? "published by force" : Word(work.Kind), Entity,
                work.Unit.Unit.Id.ToString()),
            null,
            new { draft = work.Draft?.Id.Value, counts, work.Note },
            token);

    private static string Word(RevisionKind kind) => kind switch
    {
        RevisionKind.Publish => "published",
        RevisionKind.Edit => "changed",
        _ => "restored",
    };
}
