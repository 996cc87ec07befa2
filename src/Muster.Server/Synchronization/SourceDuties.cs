using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Agreement;
using Muster.Server.People;
using Muster.Storage;
using Muster.Storage.Organization;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>
/// Stands ready to follow every source: one duty each, so that different nodes may follow different sources, and a
/// second synchronizer is harmless.
/// </summary>
public sealed partial class SourceDuties(
    SourceParts parts, ClusterNode node, LeasedDuty duty, TimeProvider time, ILogger<SourceDuties> logger)
    : BackgroundService
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // Followed from before the node joins, so that each tells when it has applied what others wrote.
    private readonly IReadOnlyList<Cached<ChangeMarks>> _followed =
        [node.FollowMarks(SourceStore.Scope), node.FollowMarks(PeopleScope.Name)];

    private readonly Wake _changed = new(time);
    private readonly Dictionary<SourceId, Standing> _standing = [];

    public static string Lease(SourceId source) => $"sync:{source}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        node.Applied += Hear;
        try
        {
            while (true)
            {
                await ArrangeAsync(stoppingToken);
                await _changed.WaitAsync(Refresh, stoppingToken);
            }
        }
        finally
        {
            node.Applied -= Hear;
            await Task.WhenAll(_standing.Values.Select(standing => standing.EndAsync()));
        }
    }

    private void Hear(ScopeName scope, ScopePosition position)
    {
        if (scope == OrganizationStore.Scope || scope == SourceStore.Scope)
        {
            _changed.Set();
        }
    }

    private async Task ArrangeAsync(CancellationToken token)
    {
        try
        {
            var sources = (await parts.Stores.Sources.ListAsync(token))
                .Where(source => source.Level != SynchronizationLevel.Off && source.Type != SourceType.Import)
                .ToDictionary(source => source.Id);
            foreach (var (id, standing) in _standing.ToList())
            {
                if (!sources.TryGetValue(id, out var now) || now.Version != standing.Source.Version)
                {
                    await standing.EndAsync();
                    _standing.Remove(id);
                }
            }

            foreach (var source in sources.Values.Where(source => !_standing.ContainsKey(source.Id)))
            {
                _standing[source.Id] = Stand(source, token);
            }

            foreach (var standing in _standing.Values)
            {
                standing.Look(parts.Organization.Current?.Content);
            }
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            Failed(problem.Message);
            await Task.Delay(RetryAfter, time, token);
            _changed.Set();
        }
    }

    private Standing Stand(SourceDefinition source, CancellationToken token)
    {
        var standing = new Standing(source, time, token);
        standing.Work = duty.RunAsync(
            Lease(source.Id), (lease, end) => FollowAsync(standing, lease.Fence, end), standing.Stop.Token);
        return standing;
    }

    private async Task FollowAsync(Standing standing, Fence fence, CancellationToken token)
    {
        while (true)
        {
            var tenure = new SourceTenure(standing.Source, fence, time);
            var follower = new SourceFollower(tenure, parts.Writer, parts.Stores, parts.Database);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
            standing.Tenure = tenure;
            try
            {
                await await Task.WhenAny(
                    follower.RunAsync(parts.Feed(tenure), parts.Runs(tenure), stop.Token),
                    WatchSitesAsync(standing, follower, stop.Token));
            }
            catch (Exception failure) when (SourceTrouble.IsPassing(failure))
            {
                FollowingFailed(standing.Source.Name, failure.Message);
                await Task.Delay(RetryAfter, time, token);
            }
            finally
            {
                standing.Tenure = null;
                await stop.CancelAsync();
            }
        }
    }

    // Somebody has said who plans a site: its people come in, go, or move, without a word of the source.
    private async Task WatchSitesAsync(Standing standing, SourceFollower follower, CancellationToken token)
    {
        var before = Sites(standing);
        while (true)
        {
            await standing.SitesChanged.WaitAsync(Refresh, token);
            var now = Sites(standing);
            foreach (var (externalId, site) in now)
            {
                if (before.TryGetValue(externalId, out var was) && was != site)
                {
                    await follower.LookAgainAsync(externalId, token);
                }
            }

            before = now;
        }
    }

    private Dictionary<string, (SiteAssignment, ManagementUnitId?)> Sites(Standing standing) =>
        (standing.Tenure?.Entities ?? [])
            .Where(pair => pair.Key.Kind == ObjectKind.Site)
            .Select(pair => (
                pair.Key.ExternalId, Site: parts.Organization.Current?.Content.Sites.Find(new(pair.Value))))
            .Where(pair => pair.Site is not null)
            .ToDictionary(pair => pair.ExternalId, pair => (pair.Site!.Assignment, pair.Site.ManagementUnitId));

    [LoggerMessage(LogEvents.SourcesUnknown, LogLevel.Warning, "Which sources there are could not be read: {Reason}")]
    private partial void Failed(string reason);

    [LoggerMessage(LogEvents.SourceFailed, LogLevel.Warning, "Following {Source} failed, and is tried again: {Reason}")]
    private partial void FollowingFailed(string source, string reason);

    /// <summary>This node's readiness to follow a source.</summary>
    private sealed class Standing(SourceDefinition source, TimeProvider time, CancellationToken token)
    {
        private OrganizationSnapshot? _seen;

        public SourceDefinition Source { get; } = source;

        public CancellationTokenSource Stop { get; } = CancellationTokenSource.CreateLinkedTokenSource(token);

        public Task Work { get; set; } = Task.CompletedTask;

        /// <summary>While this node has the lease.</summary>
        public volatile SourceTenure? Tenure;

        public Wake SitesChanged { get; } = new(time);

        public void Look(OrganizationSnapshot? now)
        {
            Tenure?.RunDue.Set();
            if (!ReferenceEquals(now, _seen))
            {
                SitesChanged.Set();
            }

            _seen = now;
        }

        public async Task EndAsync()
        {
            await Stop.CancelAsync();
            await Task.WhenAny(Work);
            Stop.Dispose();
        }
    }
}
