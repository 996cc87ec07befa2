using System.Diagnostics.Metrics;
using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;
using Muster.Server.Telemetry;
using Muster.Storage;
using Muster.Storage.Streams;

namespace Muster.Server.Agreement;

/// <summary>
/// Asks all nodes, all the time, for entities whose last change is more than a second old, and compares what they serve
/// with the database. A stale answer is a broken promise: it is counted, logged and shown.
/// </summary>
public sealed partial class ConsistencyChecker(
    ClusterNode node, ChangeSampleStore samples, TimeProvider time, ILogger<ConsistencyChecker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Meter Meter = new(Metrics.MeterName);
    private static readonly Counter<long> Reads = Meter.CreateCounter<long>(
        "muster.consistency.reads", "{read}", "Reads of cached content that were compared with the database.");

    private readonly Lock _counting = new();
    private readonly Random _chance = new((int)(node.Self.Incarnation % int.MaxValue));
    private ReadCounts _counts;

    public ReadCounts Counts
    {
        get
        {
            lock (_counting)
            {
                return _counts;
            }
        }
    }

    /// <summary>Compares one entity on all nodes.</summary>
    public async Task CheckAsync(CancellationToken token)
    {
        if (await samples.DrawAsync(_chance.NextDouble(), Age, token) is not { } sample)
        {
            return;
        }

        var expected = node.Members.Count(status => status.IsLive && IsAsked(status.Member, sample.Scope));
        var answers = await node.ProbeAsync(sample.Scope, sample.Entity, sample.EntityId, Patience, token);
        foreach (var answer in answers.Where(answer => answer.IsCurrent))
        {
            Count(sample, answer);
        }

        var silent = Math.Max(0, expected - answers.Count);
        Add(new ReadCounts(0, 0, silent));
        Reads.Add(silent, new KeyValuePair<string, object?>("result", "unanswered"));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        node.Reads = () => Counts;
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                // Without the database there is nothing to compare with.
            }
        }
    }

    // Whom the mesh does not reach, or who does not serve the scope, is not asked.
    private bool IsAsked(Member member, ScopeName scope) =>
        member.Report.Applied.ContainsKey(scope)
        && (member.Id == node.Self || node.Mesh?.Reach.ContainsKey(member.Id.Name) == true);

    private void Add(ReadCounts counts)
    {
        lock (_counting)
        {
            _counts += counts;
        }
    }

    private void Count(ChangeSample sample, FrameBody.Probed answer)
    {
        var isStale = answer.Position < sample.Position || answer.Version < sample.EntityVersion;
        Add(new ReadCounts(1, isStale ? 1 : 0, 0));
        Reads.Add(1, new KeyValuePair<string, object?>("result", isStale ? "stale" : "fresh"));
        if (isStale)
        {
            Stale(answer.Node, answer.Position, answer.Version, sample);
        }
    }

    [LoggerMessage(LogEvents.StaleFound, LogLevel.Error,
        "{Node} is at {Position} and serves version {Version} after more than a second: {Sample}.")]
    private partial void Stale(NodeId node, ScopePosition position, long? version, ChangeSample sample);
}
