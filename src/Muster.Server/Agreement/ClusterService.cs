using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Muster.Cluster;
using Muster.Cluster.Mesh;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Streams;

namespace Muster.Server.Agreement;

/// <summary>
/// Runs this process's part in the cluster: before requests are answered, until the process is asked to stop.
/// </summary>
public sealed partial class ClusterService(
    ClusterParts parts,
    Database database,
    OptionSet options,
    ChangeListener listener,
    IServer server,
    IHostApplicationLifetime life,
    ILogger<ClusterService> logger) : BackgroundService
{
    // A commit does not wait longer than this for its own node; the poll has long told it by then.
    private static readonly TimeSpan OwnPatience = TimeSpan.FromSeconds(1);

    private readonly ClusterNode _node = parts.Node;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _node.Loaded += Loaded;
        database.Committed = TellAsync;
        life.ApplicationStarted.Register(() => _node.Announce(Addresses()));
        await base.StartAsync(cancellationToken);
        if (parts.MeshOff is { } why)
        {
            MeshOff(why);
        }

        // A part that fails before it is current would be waited for in vain.
        await await Task.WhenAny(ExecuteTask!, _node.WaitUntilCurrentAsync(AccessScope.Name, cancellationToken));
        Joined(_node.Self);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Asked to stop, the node says good-bye first; then the requests that are left are finished.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, life.ApplicationStopping);
        var running = _node.RunAsync(stop.Token);
        var listening = options.Database.Notify ? listener.RunAsync(Callbacks(), stop.Token) : running;
        try
        {
            await await Task.WhenAny(running, listening);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAny(running);
        }
    }

    private ChangeCallbacks Callbacks() => new()
    {
        Connected = _node.AskNow,
        ScopeMoved = _node.HearNotice,
        HandoverAsked = _node.Leases.Look,
    };

    private async Task TellAsync(IReadOnlyList<CommittedScope> scopes)
    {
        foreach (var (scope, delta) in scopes)
        {
            _node.Publish(scope, delta.Position, FrameCodec.IsSmall(delta) ? delta : null);
        }

        foreach (var (scope, delta) in scopes)
        {
            await _node.WaitUntilAppliedHereAsync(scope, delta.Position, OwnPatience, CancellationToken.None);
        }
    }

    private IReadOnlyList<string> Addresses() => options.Server.AddressList is { Count: > 0 } given
        ? given
        : [.. (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(NodeAddress.Reachable)];
}
