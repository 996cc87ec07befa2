namespace Muster.Cluster;

/// <summary>
/// Lets one loop wait until there is something to do, or some time has passed. Set before anybody waits, it is
/// remembered once. Belongs to a strand.
/// </summary>
/// <param name="goesOnAtOnce">
/// Who waits goes on inside <see cref="Set"/>, a turn of the strand earlier. Else whoever sets the signal goes on
/// first: what it is in the middle of must not change under its feet.
/// </param>
internal sealed class Signal(TimeProvider time, bool goesOnAtOnce = false)
{
    private TaskCompletionSource? _waiting;
    private bool _set;

    public void Set()
    {
        if (_waiting is { } waiting)
        {
            waiting.TrySetResult();
        }
        else
        {
            _set = true;
        }
    }

    public Task WaitAsync(CancellationToken token) => WaitAsync(Timeout.InfiniteTimeSpan, token);

    public async Task WaitAsync(TimeSpan atMost, CancellationToken token)
    {
        if (_set || atMost == TimeSpan.Zero)
        {
            _set = false;
            token.ThrowIfCancellationRequested();
            return;
        }

        var waiting = new TaskCompletionSource(
            goesOnAtOnce ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting = waiting;
        using var timer = atMost == Timeout.InfiniteTimeSpan
            ? null
            : time.CreateTimer(
                static state => ((TaskCompletionSource)state!).TrySetResult(), waiting, atMost,
                Timeout.InfiniteTimeSpan);
        using var stop = token.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiting);
        try
        {
            await waiting.Task;
        }
        finally
        {
            _waiting = null;
        }
    }
}
