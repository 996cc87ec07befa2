using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Domain.Synchronization;
using Muster.Server.Agreement;
using Muster.Server.People;
using Muster.Server.Telemetry;
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
    private static readonly TimeSpan RetryBrokenAfter = TimeSpan.FromMinutes(1);

    // Followed from before the node joins; else nobody here would hear of a source, or of a run that is asked for.
    private readonly IReadOnlyList<Cached<ChangeMarks>> _followed =
        [node.FollowMarks(SourceStore.Scope), node.FollowMarks(PeopleScope.Name)];

    private readonly Wake _changed = new(time);
    private readonly Dictionary<SourceId, Standing> _standing = [];
    private readonly Outage _outage = new();

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
            await Task.WhenAll(_standing.Values.Select(standing => standing.DisposeAsync().AsTask()));
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
            var sources = await ReadAsync(token);
            foreach (var (id, standing) in _standing.ToList())
            {
                if (!sources.TryGetValue(id, out var now) || now.Version != standing.Source.Version)
                {
                    await standing.DisposeAsync();
                    _standing.Remove(id);
                }
            }

            foreach (var source in sources.Values.Where(source => !_standing.ContainsKey(source.Id)))
            {
                _standing[source.Id] = Stand(source, token);
            }

            foreach (var standing in _standing.Values)
            {
                standing.Look();
            }
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            if (_outage.Begin())
            {
                Failed(StorageTrouble.Describe(problem));
            }

            await Task.Delay(RetryAfter, time, token);
            _changed.Set();
        }
    }

    private async Task<Dictionary<SourceId, SourceDefinition>> ReadAsync(CancellationToken token)
    {
        var all = await parts.Stores.Sources.ListAsync(token);
        if (_outage.End())
        {
            Known();
        }

        return all.Where(source => source.Level != SynchronizationLevel.Off && source.Type != SourceType.Import)
            .ToDictionary(source => source.Id);
    }

    private Standing Stand(SourceDefinition source, CancellationToken token)
    {
        var standing = new Standing(source, token);
        standing.Work = duty.RunAsync(
            Lease(source.Id), (lease, end) => FollowAsync(standing, lease.Fence, end), standing.Stop.Token);
        return standing;
    }

    private async Task FollowAsync(Standing standing, Fence fence, CancellationToken token)
    {
        while (true)
        {
            var tenure = new SourceTenure(standing.Source, fence, time);
            standing.Tenure = tenure;
            try
            {
                await parts.FollowAsync(tenure, token);
            }
            catch (Exception failure) when (SourceTrouble.IsPassing(failure))
            {
                await RestAsync(standing.Source, failure.Message, RetryAfter, token);
            }
            catch (Exception fault) when (IsOfThisSource(fault, token)) // Edge: one source. The others go on.
            {
                Broken(fault, standing.Source.Name);
                await RestAsync(standing.Source, $"A fault of Muster: {fault.Message}", RetryBrokenAfter, token);
            }
            finally
            {
                standing.Tenure = null;
            }
        }
    }

    private static bool IsOfThisSource(Exception fault, CancellationToken token) =>
        !token.IsCancellationRequested && fault is not FenceLostException;

    private async Task RestAsync(SourceDefinition source, string reason, TimeSpan wait, CancellationToken token)
    {
        FollowingFailed(source.Name, reason);
        try
        {
            await parts.Stores.Sources.TellAsync(source.Id, "away", reason, token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // Then nobody can read it either.
        }

        await Task.Delay(wait, time, token);
    }

    [LoggerMessage(LogEvents.SourcesUnknown, LogLevel.Warning, "Which sources there are could not be read: {Reason}")]
    private partial void Failed(string reason);

    [LoggerMessage(LogEvents.SourcesKnown, LogLevel.Information, "Which sources there are could be read again.")]
    private partial void Known();

    [LoggerMessage(LogEvents.FollowingFailed, LogLevel.Warning,
        "Following {Source} failed, and is tried again: {Reason}")]
    private partial void FollowingFailed(string source, string reason);

    [LoggerMessage(LogEvents.FollowingBroken, LogLevel.Error, "Following {Source} ended with a fault of Muster.")]
    private partial void Broken(Exception fault, string source);

    /// <summary>This node's readiness to follow a source.</summary>
    private sealed class Standing(SourceDefinition source, CancellationToken token) : IAsyncDisposable
    {
        public SourceDefinition Source { get; } = source;

        public CancellationTokenSource Stop { get; } = CancellationTokenSource.CreateLinkedTokenSource(token);

        public Task Work { get; set; } = Task.CompletedTask;

        /// <summary>While this node has the lease.</summary>
        public volatile SourceTenure? Tenure;

        /// <summary>Something has changed that may concern whoever follows it.</summary>
        public void Look()
        {
            var tenure = Tenure;
            tenure?.RunDue.Set();
            tenure?.SitesChanged.Set();
        }

        public async ValueTask DisposeAsync()
        {
            await Stop.CancelAsync();
            await Task.WhenAny(Work);
            Stop.Dispose();
        }
    }
}
