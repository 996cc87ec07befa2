namespace Muster.Server.Adherence.Results;

/// <summary>
/// Where the one who writes results asks the strand of adherence for them, in processes that have the role. Safe for
/// many threads; one asks at a time.
/// </summary>
public sealed class ResultDesk
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ResultAsk? _waiting;

    /// <summary>Whether this process keeps results: then all that is new is remembered until it is stored.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether somebody here writes results.</summary>
    public bool IsUsed { get; set; }

    /// <summary>How much this process remembers because it may not be stored yet.</summary>
    public int Remembered { get; internal set; }

    /// <summary>Wakes the strand.</summary>
    internal Action Called { get; set; } = () => { };

    /// <summary>Who waits for results; null: nobody.</summary>
    internal ResultAsk? Waiting => _waiting;

    /// <summary>From now on results are kept.</summary>
    public void Open() => IsOpen = true;

    /// <summary>Ends when the strand has judged for the first time, and can answer.</summary>
    public Task BegunAsync(CancellationToken token) => _begun.Task.WaitAsync(token);

    /// <returns>Null when nothing that was asked for before is known any more: it has to be asked anew.</returns>
    internal async Task<ResultBatch?> AskAsync(long? written, CancellationToken token)
    {
        var ask = new ResultAsk(written);
        _waiting = ask;
        Called();
        try
        {
            return await ask.Done.Task.WaitAsync(token);
        }
        finally
        {
            Forget(ask);
        }
    }

    /// <summary>The strand can answer from now on.</summary>
    internal void Begin() => _begun.TrySetResult();

    /// <summary>Called by the strand.</summary>
    internal void Answer(ResultAsk ask, ResultBatch? batch)
    {
        Forget(ask);
        ask.Done.TrySetResult(batch);
    }

    // Another one may wait already: the lease was lost and taken again.
    private void Forget(ResultAsk ask) => Interlocked.CompareExchange(ref _waiting, null, ask);
}
