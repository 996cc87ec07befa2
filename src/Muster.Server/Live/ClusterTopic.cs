using System.Globalization;
using Muster.Cluster;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Health;

namespace Muster.Server.Live;

/// <summary>How the cluster stands, as this node sees it. Each page is the whole of it.</summary>
public sealed class ClusterTopic(ClusterNode node, NodeHealth health, ClusterHealth cluster, TimeProvider time)
    : BackgroundService, ILiveTopic
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan HealthEvery = TimeSpan.FromSeconds(2);

    private readonly NodeWatch _watch = new(node, time);
    private volatile State _now = new(0, null, New());

    public string Name => "cluster";

    public AccessRule Rule { get; } = new AccessRule.SignedIn();

    public Task NextMoveAsync(string part, CancellationToken token) => _now.Moved.Task.WaitAsync(token);

    public ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token)
    {
        var now = _now;
        var cursor = string.Create(CultureInfo.InvariantCulture, $"{node.Self.Incarnation}.{now.Number}");
        var mayName = question.Caller.Rights.Allow(Permissions.SystemView, Place.Installation);
        Outcome<LivePage?> answer = question.Part.Length > 0
            ? new Refusal.Invalid("subscribe", "has no parts: \"cluster\" is followed as a whole.")
            : now.Pulse is not { } pulse || question.Cursor == cursor
            ? (LivePage?)null
            : new LivePage(cursor, true, mayName ? pulse : pulse.WithoutNames());
        return ValueTask.FromResult(answer);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        var (asked, asking) = (time.GetTimestamp(), health.CheckAsync(stoppingToken));
        HealthReport? last = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // A database that hangs lets a check wait; what this node knows by itself is told meanwhile.
            if (asking.IsCompleted && (last is null || time.GetElapsedTime(asked) >= HealthEvery))
            {
                last = await asking;
                (asked, asking) = (time.GetTimestamp(), health.CheckAsync(stoppingToken));
            }

            Look(cluster.Check() is { Ok: false } lapse ? lapse : last?.Checks.FirstOrDefault(check => !check.Ok));
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Look(HealthCheck? failed)
    {
        var (before, pulse) = (_now, ClusterPulse.Decide(node.Self.Name, failed?.Sentence, _watch.Look()));
        if (before.Pulse is null || !before.Pulse.Says(pulse))
        {
            _now = new State(before.Number + 1, pulse, New());
            before.Moved.TrySetResult();
        }
    }

    private sealed record State(long Number, ClusterPulse? Pulse, TaskCompletionSource Moved);
}
