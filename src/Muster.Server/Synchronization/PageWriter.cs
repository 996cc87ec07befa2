using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.People;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// Applies what a source says: a page is one transaction under the fence of the source's lease, with the mirror,
/// agents, items, history, issues and the cursor in it. One page of a source at a time.
/// </summary>
public sealed class PageWriter(
    SyncStores stores, UserFollowing users, Database database, Func<ScopeSnapshot<OrganizationSnapshot>?> organization)
{
    /// <summary>On a node, which has the organization in memory.</summary>
    public PageWriter(
        SyncStores stores, UserFollowing users, Database database, Cached<OrganizationSnapshot> organization)
        : this(stores, users, database, () => organization.Current)
    {
    }

    /// <summary>Reads what the source's objects are in Muster: once, at the beginning of a tenure.</summary>
    public async Task<SourceTenure> BeginAsync(SourceTenure tenure, CancellationToken token)
    {
        tenure.Entities = tenure.Entities.SetItems(
            await stores.Mirror.ReadEntitiesAsync(database, tenure.Source.Id.Value, token));
        return tenure;
    }

    /// <exception cref="Cluster.Leases.FenceLostException">Another node follows the source by now.</exception>
    public async Task<PageResult> WriteAsync(SourceTenure tenure, SourcePage page, CancellationToken token)
    {
        await tenure.Gate.WaitAsync(token);
        try
        {
            return await WriteAloneAsync(tenure, page, token);
        }
        finally
        {
            tenure.Gate.Release();
        }
    }

    /// <summary>
    /// Decides again on objects whose surroundings have changed: their site, or what they refer to.
    /// </summary>
    public async Task LookAgainAsync(
        SourceTenure tenure,
        IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> objects,
        CancellationToken token)
    {
        await tenure.Gate.WaitAsync(token);
        try
        {
            await LookAgainAloneAsync(tenure, objects, token);
        }
        finally
        {
            tenure.Gate.Release();
        }
    }

    private async Task<PageResult> WriteAloneAsync(SourceTenure tenure, SourcePage page, CancellationToken token)
    {
        await using var transaction = await tenure.BeginAsync(database, token);
        var keys = Keys(tenure, page.Objects.Select(said => (said.Kind, said.ExternalId, said.Content)));
        var work = await PrepareAsync(transaction, tenure, page, keys, token);
        foreach (var said in page.Objects.OrderBy(said => said.Kind == ObjectKind.Person))
        {
            work.Hear(said);
        }

        await StoreAsync(transaction, tenure, page, work, token);
        await transaction.CommitAsync(token);
        tenure.Entities = work.Entities;
        if (work.Appeared.Count > 0)
        {
            var waiting = await stores.Issues.FindWaitingAsync(database, tenure.Source.Id, work.Appeared, token);
            await LookAgainAloneAsync(tenure, waiting, token);
        }

        var counts = new RunCounts(page.Objects.Count, work.Changed, work.Ended, page.Rejected.Count);
        return new PageResult(counts, work.Deferred, work.Unclear);
    }

    // In pages of its own: what waited for one skill may be everybody, and a fenced transaction is not given for long.
    private async Task LookAgainAloneAsync(
        SourceTenure tenure,
        IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> objects,
        CancellationToken token)
    {
        foreach (var some in objects.OrderBy(key => key.Kind).Chunk(SourcePage.Size))
        {
            var page = new SourcePage([], IsCurrent: true);
            var known = await stores.Mirror.ReadAsync(tenure.Source.Id.Value, some, token);
            var keys = Keys(tenure, known.Select(row => (row.Kind, row.ExternalId, row.Last?.Content)));
            await using var transaction = await tenure.BeginAsync(database, token);
            var work = await PrepareAsync(transaction, tenure, page, keys, token);
            foreach (var key in known.Select(row => (row.Kind, row.ExternalId)).OrderBy(key => key.Kind))
            {
                work.LookAgain(key);
            }

            await StoreAsync(transaction, tenure, page, work, token);
            await transaction.CommitAsync(token);
            tenure.Entities = work.Entities;
        }
    }

    /// <summary>What comes in with a person below level 2.</summary>
    internal static IEnumerable<(ObjectKind Kind, string ExternalId)> NeededBy(SourcePerson person) =>
        SourceReferences.Of(person)
            .Where(reference => reference.Kind is ObjectKind.Skill or ObjectKind.Switch)
            .Select(reference => (reference.Kind, reference.ExternalId));

    // Everything that is said, and what may come in with it: below level 2, skills and switches that are referred to.
    private static HashSet<(ObjectKind Kind, string ExternalId)> Keys(
        SourceTenure tenure, IEnumerable<(ObjectKind Kind, string ExternalId, SourceContent? Content)> said)
    {
        var keys = new HashSet<(ObjectKind Kind, string ExternalId)>();
        foreach (var (kind, externalId, content) in said)
        {
            keys.Add((kind, externalId));
            if (tenure.Source.Level == SynchronizationLevel.Assigned && content is SourcePerson person)
            {
                keys.UnionWith(NeededBy(person));
            }
        }

        return keys;
    }

    private async Task<PageWork> PrepareAsync(
        WriteTransaction transaction, SourceTenure tenure, SourcePage page,
        HashSet<(ObjectKind Kind, string ExternalId)> keys, CancellationToken token)
    {
        var mirror = await stores.Mirror.LockAsync(transaction, tenure.Source.Id.Value, keys, token);
        var known = keys.All(key => key.Kind == ObjectKind.Person)
            ? (organization() ?? throw new StoreAwayException("The organization is not loaded yet.")).Content
            : await stores.Organization.LockAsync(transaction, organization(), token);
        var people = mirror.Where(row => row.Kind == ObjectKind.Person).ToList();
        var ids = people.Where(row => row.Entity is not null).Select(row => row.Entity!.Value).ToList();
        var agents = ids.Count == 0
            ? []
            : await stores.Agents.LockAsync(transaction, ids.Select(id => new AgentId(id)), token);
        var newcomers = page.Objects.Where(said => said.Content is SourcePerson { EmployeeNumber: not null })
            .Where(said => people.Any(row => row.Entity is null && row.ExternalId == said.ExternalId))
            .Select(said => ((SourcePerson)said.Content!).EmployeeNumber!).Distinct().ToList();
        var state = new PageState(
            mirror.ToDictionary(row => (row.Kind, row.ExternalId)),
            agents.ToDictionary(agent => agent.Id.Value),
            known,
            await stores.Mirror.ReadElsewhereAsync(transaction, tenure.Source.Id.Value, ids, token),
            (await stores.Mirror.FindTwinsAsync(transaction, tenure.Source.Id.Value, newcomers, token))
                .ToLookup(twin => twin.Number));
        return new PageWork(tenure, page, state, transaction.Context.At);
    }

    private async Task StoreAsync(
        WriteTransaction transaction, SourceTenure tenure, SourcePage page, PageWork work, CancellationToken token)
    {
        var source = tenure.Source.Id;
        await stores.Organization.InsertAsync(transaction, work.Organization, [.. work.NewItems], token);
        await stores.Organization.UpdateAsync(transaction, work.Organization, [.. work.ChangedItems], token);
        await stores.Agents.PutAsync(transaction, [.. work.Agents], token);
        await stores.Events.AppendAsync(transaction, work.Events, token);
        await users.FollowAsync(transaction, work.Agents, token);
        await stores.Mirror.PutAsync(transaction, source.Value, [.. work.Heard], token);
        await stores.Issues.ReplaceAsync(transaction, source, work.Decided, work.Issues, token);
        await stores.Issues.AddAsync(
            transaction, [.. page.Rejected.Select(row => Issue(source, row, transaction))], token);
        foreach (var agent in work.Agents)
        {
            PeopleScope.Record(transaction, agent);
        }

        if (page.Cursor is { } cursor)
        {
            await stores.Sources.MoveAsync(transaction, source, cursor, work.LastSaidAt, token);
        }
    }

    private static SyncIssue Issue(SourceId source, RejectedRow row, WriteTransaction transaction) => new(
        Guid.CreateVersion7(transaction.Context.At), source, IssueKind.Rejected, row.Kind, row.ExternalId, null,
        row.Place, row.Field, row.Reason, null, transaction.Context.At);
}
