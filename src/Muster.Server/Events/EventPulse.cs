namespace Muster.Server.Events;

/// <summary>Tells this process that it has added to the log. Safe for many threads.</summary>
public sealed class EventPulse
{
    private long _last;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The highest place that this process has written; others may have written more.</summary>
    public long Last => Volatile.Read(ref _last);

    /// <summary>Ends when this process writes again. Ask before reading, and nothing is missed.</summary>
    public Task NextAsync(CancellationToken token) => Volatile.Read(ref _next).Task.WaitAsync(token);

    public void Beat(long last)
    {
        Volatile.Write(ref _last, last);
        Interlocked.Exchange(
            ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
