namespace Muster.Cluster.Leases;

/// <summary>
/// One tenure of a lease. It ends when it is disposed, when another node has taken it, or when renewals fail for too
/// long; in the last two cases <see cref="Lost"/> is cancelled and work under it must stop. What that is too late for,
/// the <see cref="Fence"/> stops.
/// </summary>
public sealed class Lease : IAsyncDisposable
{
    private readonly LeaseTiming _timing;
    private readonly TimeProvider _time;
    private readonly LeaseKeeper _keeper;
    private readonly Func<CancellationToken, Task<ILeaseSession>> _reopen;
    private readonly Signal _look;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _lost;
    private ILeaseSession? _session;
    private long _sentAt;
    private Task _keeping = Task.CompletedTask;

    internal Lease(
        LeaseTenure tenure,
        Func<CancellationToken, Task<ILeaseSession>> reopen,
        LeaseTiming timing,
        TimeProvider time,
        LeaseKeeper keeper)
    {
        (_timing, _time, _keeper, _reopen) = (timing, time, keeper, reopen);
        (Fence, Reason, _session, _sentAt) = (tenure.Fence, tenure.Reason, tenure.Session, tenure.SentAt);
        _look = new Signal(time);
        _lost = new CancellationTokenSource(Left, time);
    }

    public Fence Fence { get; }

    /// <summary>Why this node could take it.</summary>
    public string Reason { get; }

    /// <summary>Cancelled when the tenure is over before it was disposed.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Why it was lost; null while it is held, or when it simply ran out.</summary>
    public string? LostBecause { get; private set; }

    /// <summary>Judged now, not when a timer came to it: a process may have been stopped in between.</summary>
    public bool IsHeld => !_lost.IsCancellationRequested && Left > TimeSpan.Zero;

    private TimeSpan Left
    {
        get
        {
            var left = _timing.StandDown - _time.GetElapsedTime(Interlocked.Read(ref _sentAt));
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    internal void Start() => _keeping = KeepAsync();

    internal void Look() => _look.Set();

    /// <summary>Stops renewing and frees the lease for the next one.</summary>
    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        await _keeping;
    }

    // Whoever works under the lease has stopped when it is disposed; only then the next one may begin. One who never
    // disposes it keeps nobody waiting for longer than its life.
    private async Task KeepAsync()
    {
        await WhileHeldAsync();
        await UntilDisposedAsync();
        await ReleaseAsync();
        _keeper.Forget(Fence.Lease);
    }

    private async Task WhileHeldAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _lost.Token);
        var pause = _timing.Renew;
        while (!end.IsCancellationRequested)
        {
            try
            {
                await _look.WaitAsync(pause, end.Token);
                await RenewAsync(end.Token);
                pause = _timing.Renew;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (StoreAwayException)
            {
                await DropSessionAsync();
                pause = _timing.Retry;
            }
        }
    }

    private async Task UntilDisposedAsync()
    {
        var disposed = new TaskCompletionSource();
        await using var stop = _stop.Token.Register(disposed.SetResult);
        await disposed.Task;
    }

    private async Task RenewAsync(CancellationToken token)
    {
        _session ??= await _reopen(token);
        var sentAt = _time.GetTimestamp();
        var renewal = await _session.RenewAsync(Fence, token);
        if (!renewal.Held)
        {
            Lose("Another node has taken it, or it had run out.");
        }
        else if (renewal.HandoverTo is { } next)
        {
            Lose($"{next} was asked to take over.");
        }
        else
        {
            Interlocked.Exchange(ref _sentAt, sentAt);
            _lost.CancelAfter(Left);
        }
    }

    private void Lose(string because)
    {
        LostBecause = because;
        _lost.Cancel();
    }

    private async Task ReleaseAsync()
    {
        try
        {
            if (_session is { } session)
            {
                await session.ReleaseAsync(Fence, CancellationToken.None);
            }
        }
        catch (StoreAwayException)
        {
            // It runs out by itself.
        }

        await DropSessionAsync();
    }

    private async Task DropSessionAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }
}
