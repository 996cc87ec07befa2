using System.Globalization;
using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Server.Agreement;
using Muster.Server.People;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>Reads into a fold what it does not have yet. Used by one strand.</summary>
internal sealed class TodayReading(
    TodayStores stores, ClusterParts cluster, RuleCache rules)
{
    private const int PageOfEvents = 20_000;
    private const int AgentsAtOnce = 5_000;

    // Beyond that it is quicker to read all anew.
    private const int MostNewcomers = 500;

    // Who was last heard before is unknown until the next event. Leave is rarely longer.
    private const int LookBackDays = 31;

    // The same notice is read again as long as a commit may have been under way.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private readonly HashSet<(AgentId, long)> _delivered = [];

    // By the database's clock, as are the notices.
    private DateTimeOffset _noticesReadAt;

    /// <summary>Folds the days around now in one pass.</summary>
    /// <exception cref="StoreAwayException">The database does not answer.</exception>
    public async Task<TodayFold> LoadAsync(CancellationToken token)
    {
        _delivered.Clear();
        var look = await stores.Feeds.LookAsync(token);
        _noticesReadAt = look.Now;
        var fold = new TodayFold(DayOf(look.Now));
        var versions = await cluster.Scopes.ReadVersionsAsync(token);
        (fold.People, fold.Terms) = (versions.Of(PeopleScope.Name), versions.Of(RuleStore.Scope));
        fold.Apply(await rules.CurrentAsync(token));
        var people = await stores.People.ListAsync(fold.Now, null, token);

        // After the people and the rules: their units are in it.
        fold.Apply(await stores.Organization.LoadAsync(token));
        fold.Apply(people);
        fold.Apply(fold.Agents, await stores.Approvals.ListAsync(DateTime(fold.From), null, token));
        var days = await stores.Days.LoadAsync(fold.Days.From, fold.Days.To, token);
        await ApplyAsync(fold, days.Content, token);
        fold.Schedules = days.Position;
        fold.Hear(look);
        var begin = DateTime(fold.From);
        foreach (var some in fold.Agents.Chunk(AgentsAtOnce))
        {
            await ApplyAsync(
                fold,
                await stores.Feeds.ListEarlierAsync(
                    some, begin.AddMinutes(2), (begin.AddDays(-LookBackDays), begin), token),
                token);
        }

        fold.BeginAt(await stores.Feeds.BeginAsync(DateOnly.FromDateTime(begin.UtcDateTime), token));
        await CatchUpAsync(fold, token);
        fold.Hear(look);
        fold.Advance(Instant.FromDateTimeOffset(look.Now));
        return fold;
    }

    /// <summary>Folds all that the log has more.</summary>
    public async Task CatchUpAsync(TodayFold fold, CancellationToken token)
    {
        while (true)
        {
            var page = await stores.Log.ReadAsync(fold.Seq, PageOfEvents, token);
            await ApplyAsync(fold, page, token);
            fold.Seq = page.Count > 0 ? page[^1].Seq : fold.Seq;
            if (page.Count < PageOfEvents)
            {
                return;
            }
        }
    }

    /// <summary>Whether the log has more than is folded.</summary>
    public async Task<bool> HasMoreAsync(TodayFold fold, CancellationToken token) =>
        await stores.Log.LastAsync(token) > fold.Seq;

    /// <summary>Brings the fold to a position of the published schedules.</summary>
    /// <param name="told">What leads there, if it came along.</param>
    /// <returns>False when it cannot go on from where it is.</returns>
    public async Task<bool> JudgeAsync(
        TodayFold fold, ScopePosition position, ScopeDelta? told, CancellationToken token)
    {
        if (position <= fold.Schedules)
        {
            return true;
        }

        var delta = told is not null && told.Base == fold.Schedules.Version
            && told.Position.Timeline == fold.Schedules.Timeline
            ? told
            : await cluster.Scopes.ReadChangesAsync(ScheduleStore.Scope, fold.Schedules, token);
        if (delta is null || delta.Position < position)
        {
            return false;
        }

        var isMoved = delta.Changes.Any(change => change.Entity == ScheduleContent.Window);
        if (isMoved)
        {
            fold.MoveTo(await TodayAsync(token));
            if (!await TakeInAsync(fold, null, token))
            {
                return false;
            }
        }

        var days = isMoved
            ? await stores.Days.LoadAsync(fold.Days.From, fold.Days.To, token)
            : await stores.Days.OfRevisionsAsync(fold.Days, Revisions(delta), null, token);
        if (days.Position.Timeline != delta.Position.Timeline)
        {
            return false;
        }

        await ApplyAsync(fold, days.Content, token);
        fold.Schedules = delta.Position;
        return true;
    }

    /// <summary>Takes in the rules as this node knows them, and what is approved.</summary>
    /// <returns>False when it cannot go on from where it is.</returns>
    public async Task<bool> FollowTermsAsync(TodayFold fold, CancellationToken token)
    {
        if (cluster.Rules.Current is not { } known)
        {
            return true;
        }

        // After a failover the cache may still be where the lost database was: it comes after.
        if (known.Position.Timeline < fold.Terms.Timeline)
        {
            return true;
        }

        fold.Apply(known.Content);
        if (known.Position <= fold.Terms)
        {
            return true;
        }

        var delta = await cluster.Scopes.ReadChangesAsync(RuleStore.Scope, fold.Terms, token);
        if (delta is null)
        {
            return false;
        }

        var agents = delta.Changes.Where(change => change.Entity == ApprovalStore.Entity)
            .Select(change => new AgentId(Guid.Parse(change.Payload!))).ToHashSet();
        if (agents.Count > 0)
        {
            fold.Apply(agents, await stores.Approvals.ListAsync(DateTime(fold.From), agents, token));
        }

        fold.Terms = known.Position;
        return true;
    }

    /// <summary>Takes in agents who have changed, and drops those who have left.</summary>
    /// <returns>False when it cannot go on from where it is.</returns>
    public async Task<bool> FollowPeopleAsync(TodayFold fold, CancellationToken token)
    {
        var delta = await cluster.Scopes.ReadChangesAsync(PeopleScope.Name, fold.People, token);
        if (delta is null)
        {
            return false;
        }

        var changed = delta.Changes.Where(change => change.Entity == PeopleScope.Agent)
            .Select(change => new AgentId(Guid.Parse(change.Id))).ToHashSet();
        if (!await TakeInAsync(fold, changed, token))
        {
            return false;
        }

        fold.People = delta.Position;
        return true;
    }

    /// <summary>Who was told meanwhile of what had been published at short notice.</summary>
    public async Task FollowNoticesAsync(TodayFold fold, DateTimeOffset now, CancellationToken token)
    {
        var delivered = (await stores.Days.ListDeliveredAsync(_noticesReadAt - Overlap, token))
            .Where(notice => fold.Watches(notice.Agent)).ToList();
        _delivered.IntersectWith(delivered.Select(notice => (notice.Agent, notice.Revision)));
        var fresh = delivered.Where(notice => !_delivered.Contains((notice.Agent, notice.Revision))).ToList();
        if (fresh.Count > 0)
        {
            var days = await stores.Days.OfRevisionsAsync(
                fold.Days, fresh.Select(notice => notice.Revision).Distinct(),
                fresh.Select(notice => notice.Agent).Distinct(), token);
            await ApplyAsync(fold, days.Content, token);
            _delivered.UnionWith(fresh.Select(notice => (notice.Agent, notice.Revision)));
        }

        // Only now: what could not be read is read again.
        _noticesReadAt = now;
    }

    public Task<FeedLook> LookAsync(CancellationToken token) => stores.Feeds.LookAsync(token);

    /// <param name="agents">Who may have changed; null: everybody.</param>
    /// <returns>False when there are so many new ones that it is quicker to read all anew.</returns>
    private async Task<bool> TakeInAsync(TodayFold fold, HashSet<AgentId>? agents, CancellationToken token)
    {
        var people = await stores.People.ListAsync(fold.Now, agents, token);
        var newcomers = people.Select(person => person.Id).Where(id => !fold.Watches(id)).ToList();
        if (newcomers.Count > MostNewcomers)
        {
            return false;
        }

        // All is read before anything is folded: who is watched already is no newcomer when it has to be tried again.
        var begin = DateTime(fold.From);
        var isAny = newcomers.Count > 0;
        var days = isAny ? (await stores.Days.OfAgentsAsync(fold.Days, newcomers, token)).Content : [];
        var approvals = isAny ? await stores.Approvals.ListAsync(begin, newcomers, token) : [];
        var events = isAny ? await ListEventsAsync(fold, newcomers, begin, token) : [];
        await LearnAsync(fold, fold.NamesUnknown(people) || fold.NamesUnknown(days), token);
        await LearnAsync(fold, events, token);
        fold.Drop((agents ?? [.. fold.Agents]).Except(people.Select(person => person.Id)).ToList());
        fold.Apply(people);
        fold.Apply(days);
        fold.Apply(newcomers, approvals);
        fold.Apply(events);
        return true;
    }

    // What was said of them before they were watched.
    private async Task<IReadOnlyList<LoggedEvent>> ListEventsAsync(
        TodayFold fold, List<AgentId> newcomers, DateTimeOffset begin, CancellationToken token)
    {
        var end = DateTime(fold.Today.PlusDays(2).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
        List<LoggedEvent> events =
        [
            .. await stores.Feeds.ListEarlierAsync(newcomers, begin, (begin.AddDays(-LookBackDays), end), token),
        ];
        foreach (var agent in newcomers)
        {
            events.AddRange(await stores.Log.OfAgentAsync(agent, begin, end, token));
        }

        return events;
    }

    private async Task ApplyAsync(TodayFold fold, IReadOnlyList<ToldDay> days, CancellationToken token)
    {
        await LearnAsync(fold, fold.NamesUnknown(days), token);
        fold.Apply(days);
    }

    private async Task ApplyAsync(TodayFold fold, IReadOnlyList<LoggedEvent> events, CancellationToken token)
    {
        await LearnAsync(fold, events, token);
        fold.Apply(events);
    }

    // A unit or a code that the cache does not have yet is in the database: nothing names one that is not.
    private async Task LearnAsync(TodayFold fold, bool isNeeded, CancellationToken token)
    {
        if (isNeeded)
        {
            fold.Apply(await stores.Organization.LoadAsync(token));
        }
    }

    private async Task LearnAsync(TodayFold fold, IReadOnlyList<LoggedEvent> events, CancellationToken token)
    {
        if (fold.NamesUnknown(events))
        {
            fold.Hear(await stores.Feeds.LookAsync(token));
            fold.Learn(await stores.Feeds.ListStatesAsync(null, token));
        }
    }

    private async Task<LocalDate> TodayAsync(CancellationToken token) =>
        DayOf((await stores.Feeds.LookAsync(token)).Now);

    private static IEnumerable<long> Revisions(ScopeDelta delta) => delta.Changes
        .Where(change => change.Entity == ScheduleStore.Entity)
        .Select(change => long.Parse(change.Id, CultureInfo.InvariantCulture));

    private static LocalDate DayOf(DateTimeOffset now) => Instant.FromDateTimeOffset(now).InUtc().Date;

    private static DateTimeOffset DateTime(Instant at) => at.ToDateTimeOffset();
}
