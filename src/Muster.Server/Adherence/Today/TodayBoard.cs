using System.Globalization;
using Muster.Server.Agreement;
using Muster.Storage.Schedules;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// How all agents stand, for whoever asks this node: the newest snapshot that the strand of adherence has made. Safe
/// for many threads.
/// </summary>
public sealed class TodayBoard(ClusterParts cluster, TimeProvider time)
{
    /// <summary>Whoever asks waits at most so long for this node to be as far as needed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A snapshot is made every second. One that is older than this is none of now.
    private static readonly TimeSpan MostAge = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private volatile TodaySnapshot? _current;
    private volatile TaskCompletionSource _next = New();

    // Somebody got nothing because nothing was current, and waits for it.
    private volatile bool _isMissed;

    /// <summary>The newest, current or not; null: nothing is judged yet.</summary>
    public TodaySnapshot? Known => _current;

    /// <summary>
    /// The newest, if it may be served as current now; <see cref="NextMoveAsync"/> tells when one may.
    /// </summary>
    public TodaySnapshot? CurrentNow()
    {
        if (_current is { } snapshot && IsCurrent(snapshot))
        {
            return snapshot;
        }

        _isMissed = true;
        return null;
    }

    /// <summary>
    /// Ends when somebody's row is new, or what was not current is. Ask before reading, and nothing is missed.
    /// </summary>
    public Task NextMoveAsync(CancellationToken token) => _next.Task.WaitAsync(token);

    /// <summary>
    /// What may be served as current: judged by every version of schedules, rules and approvals that this node has
    /// acknowledged, and by the one of schedules that is asked for.
    /// </summary>
    /// <param name="atLeast">A version of the published schedules; null: any.</param>
    /// <returns>Null when this node is not that far in time.</returns>
    public async Task<TodaySnapshot?> CurrentAsync(long? atLeast, CancellationToken token)
    {
        var asked = time.GetTimestamp();
        while (true)
        {
            if (_current is { } snapshot && IsCurrent(snapshot) && snapshot.Schedules.Version >= (atLeast ?? 0))
            {
                return snapshot;
            }

            if (time.GetElapsedTime(asked) >= Patience)
            {
                return null;
            }

            await Task.Delay(Look, time, token);
        }
    }

    /// <summary>Why nothing is served, for people.</summary>
    public string WhyNot(long? atLeast)
    {
        var known = _current;
        var why = known is null ? "This node is still reading the events of today."
            : atLeast > known.Schedules.Version ? string.Create(
                CultureInfo.InvariantCulture,
                $"This node judges by version {known.Schedules.Version} of the schedules, not by {atLeast} yet.")
            : "This node does not know for sure what is published now, and so judges nobody.";
        return $"{why}\nMaybe ask again soon, or another node.";
    }

    /// <summary>Shows a newer snapshot. Called by the strand alone.</summary>
    internal void Show(TodaySnapshot snapshot)
    {
        var isMoved = snapshot.Number != _current?.Number;
        _current = snapshot;

        // Who notes a miss after this is told with the next snapshot.
        var isBack = _isMissed && IsCurrent(snapshot);
        if (isBack)
        {
            _isMissed = false;
        }

        if (isMoved || isBack)
        {
            var moved = _next;
            _next = New();
            moved.TrySetResult();
        }
    }

    /// <summary>Nothing is known any more. Called by the strand alone.</summary>
    internal void Clear() => _current = null;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsCurrent(TodaySnapshot snapshot) =>
        cluster.Node.IsCurrent(ScheduleStore.Scope)
        && snapshot.Schedules >= cluster.Schedules.Applied
        && snapshot.Terms >= cluster.Rules.Applied
        && time.GetElapsedTime(snapshot.MadeAt) < MostAge;
}
