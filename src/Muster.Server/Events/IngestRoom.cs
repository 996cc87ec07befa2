namespace Muster.Server.Events;

/// <summary>How many bytes of lines a node still holds until they are written. Safe for many threads.</summary>
public sealed class IngestRoom(long most)
{
    private long _free = most;
    private TaskCompletionSource _freed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes room if there is some; the last taker may take more than is left: any block fits.</summary>
    public bool TryTake(int bytes)
    {
        for (var free = Volatile.Read(ref _free); free > 0; free = Volatile.Read(ref _free))
        {
            if (Interlocked.CompareExchange(ref _free, free - bytes, free) == free)
            {
                return true;
            }
        }

        return false;
    }

    public async Task TakeAsync(int bytes, CancellationToken token)
    {
        while (true)
        {
            // Before it is tried: who gives room back afterwards ends this wait.
            var freed = Volatile.Read(ref _freed).Task;
            if (TryTake(bytes))
            {
                return;
            }

            await freed.WaitAsync(token);
        }
    }

    public void Give(int bytes)
    {
        Interlocked.Add(ref _free, bytes);
        Interlocked.Exchange(
            ref _freed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
