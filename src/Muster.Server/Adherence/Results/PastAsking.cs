using Muster.Adherence.Engine;
using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Server.Agreement;
using Muster.Server.Options;
using Muster.Server.Organization;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>
/// Finds which past days are to be judged anew: those about which something was told between two positions. It is read
/// from the database alone, so whoever takes over finds the same.
/// </summary>
internal sealed class PastAsking(
    PastStore past, ClusterParts cluster, OrganizationCache organization, EventsOptions options)
{
    // What is dated by the clocks of nodes, or was committed later than it is dated.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongOverlap = TimeSpan.FromHours(1);

    // As long a source is believed: it is silent from then on.
    private static readonly Duration Silence = Duration.FromSeconds(AdherenceEngine.SilentAfterSeconds);

    // Notices that are asked for with what is stored, so that the same ones are not with every position; and those
    // found last.
    private HashSet<(AgentId, long)> _notices = [];
    private HashSet<(AgentId, long)> _found = [];

    /// <param name="before">What is stored; null: nothing yet, so all days are to be judged.</param>
    public async Task<IReadOnlyCollection<Recount>> FindAsync(
        ResultPosition? before, ResultPosition now, PastSight sight, CancellationToken token)
    {
        var oldest = Instant.FromDateTimeOffset(now.ReadAt).InUtc().Date.PlusDays(1 - options.KeepDays);
        var wishes = new RecountWishes(sight, oldest);
        if (before is null)
        {
            wishes.AddAllFrom(
                await past.ListAgentsAsync(null, null, token),
                await past.FirstDayAsync(token) ?? LocalDate.MaxIsoValue.PlusDays(-1));
            return wishes.Take();
        }

        await AddGapAsync(wishes, before, token);
        await AddEventsAsync(wishes, before, now, token);
        await AddSchedulesAsync(wishes, before, now, token);
        await AddTermsAsync(wishes, before, now, token);
        await AddReturnedAsync(wishes, before, now, token);
        return wishes.Take();
    }

    /// <summary>What was found last is stored.</summary>
    public void Keep() => _notices = _found;

    // Nobody has judged live what lies between.
    private async Task AddGapAsync(RecountWishes wishes, ResultPosition before, CancellationToken token)
    {
        var until = Instant.FromDateTimeOffset(before.Until);
        if (until < wishes.Sight.End)
        {
            wishes.AddAll(wishes.Sight.Zones.Keys, until);
        }

        if (until < wishes.Sight.From)
        {
            wishes.AddAll(await past.ListAgentsAsync(null, null, token), until);
        }
    }

    private async Task AddEventsAsync(
        RecountWishes wishes, ResultPosition before, ResultPosition now, CancellationToken token)
    {
        var sight = wishes.Sight;
        if (now.LogSeq > before.LogSeq && (sight.LateSeq > before.LogSeq || sight.BeginSeq > before.LogSeq))
        {
            wishes.Add(await past.ListEventsAsync(before.LogSeq, now.LogSeq, sight.End.ToDateTimeOffset(), token));
        }
    }

    private async Task AddSchedulesAsync(
        RecountWishes wishes, ResultPosition before, ResultPosition now, CancellationToken token)
    {
        // A shift may reach into the next day, and a threshold into the one before.
        var end = wishes.Sight.End.InUtc().Date.PlusDays(1);
        if (now.Schedules > before.Schedules)
        {
            wishes.Add(await past.ListDaysAsync(before.Schedules, now.Schedules, end, token));
        }

        var notices = await past.ListNoticesAsync(before.ReadAt - Overlap, end, token);
        _found = [.. notices.Select(notice => (notice.Agent, notice.Revision))];
        wishes.Add(notices.Where(notice => !_notices.Contains((notice.Agent, notice.Revision))));
    }

    private async Task AddTermsAsync(
        RecountWishes wishes, ResultPosition before, ResultPosition now, CancellationToken token)
    {
        if (now.Terms <= before.Terms)
        {
            return;
        }

        // What is too long ago to be in the log of changes is found by its date.
        var delta = await cluster.Scopes.ReadChangesAsync(
            RuleStore.Scope, new ScopePosition(now.Timeline, before.Terms), token);
        DateTimeOffset? since = delta is null ? before.ReadAt - LongOverlap : null;
        var changes = delta?.Changes ?? [];
        var rules = await past.ListRulesAsync(
            [.. changes.Where(change => change.Entity == RuleStore.Entity)
                .Select(change => (Guid.Parse(change.Id), change.EntityVersion))], since, token);
        var known = await organization.CurrentAsync(token);
        foreach (var unit in rules.GroupBy(rule => rule.Unit))
        {
            var units = known.ManagementUnits.All.Where(one => one.BusinessUnitId == unit.Key).Select(one => one.Id);
            var from = unit.Any(rule => rule.From is null) ? before.FirstDay : unit.Min(rule => rule.From)!.Value;
            wishes.AddAllFrom(
                await past.ListAgentsAsync(units, null, token), LocalDate.Max(from, before.FirstDay));
        }

        wishes.Add(await past.ListApprovalsAsync(
            changes.Where(change => change.Entity == ApprovalStore.Entity).Select(change => Guid.Parse(change.Id)),
            since, token));
        wishes.Add(await past.ListLossesAsync(
            changes.Where(change => change.Entity == EventLossStore.Entity).Select(change => Guid.Parse(change.Id)),
            since, token));
    }

    // A source that was silent when a day ended tells now what happened then.
    private async Task AddReturnedAsync(
        RecountWishes wishes, ResultPosition before, ResultPosition now, CancellationToken token)
    {
        foreach (var (source, heard) in before.Heard)
        {
            var silent = Instant.FromDateTimeOffset(heard) + Silence;
            if (silent < wishes.Sight.End && now.Heard.TryGetValue(source, out var again)
                && Instant.FromDateTimeOffset(again) > silent)
            {
                wishes.AddAll(await past.ListAgentsAsync(null, [source], token), silent);
            }
        }
    }
}
