using System.Collections.Concurrent;
using Muster.Cluster;

namespace Muster.Server.Agreement;

/// <summary>
/// A strand on the thread pool: one piece of work at a time. Who brings work while nobody is on the strand does it at
/// once, on its own thread: a message that has arrived does not wait for another thread to be woken. What follows from
/// it takes its turn among all that waits for a thread.
/// </summary>
public sealed class Strand : TaskScheduler, IStrand, IThreadPoolWorkItem
{
    // So much is done on one thread before others have their turn.
    private const int Turns = 16;

    [ThreadStatic]
    private static Strand? _current;

    private readonly ConcurrentQueue<Task> _waiting = new();
    private int _busy;

    public override int MaximumConcurrencyLevel => 1;

    // A fault in posted work has nobody to go to. It ends the process, as it would on a thread of its own.
    public void Post(Action work)
    {
        var isHere = TryEnterHere();
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).ContinueWith(
            static posted => ThreadPool.QueueUserWorkItem(static fault => throw fault, posted.Exception!, false),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            Default);
        if (isHere)
        {
            WorkOff(1);
        }
    }

    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken token)
    {
        var isHere = TryEnterHere();
        var begun = Task.Factory.StartNew(work, token, TaskCreationOptions.DenyChildAttach, this);
        if (isHere)
        {
            WorkOff(1);
        }

        return begun.Unwrap();
    }

    void IThreadPoolWorkItem.Execute() => WorkOff(Turns);

    protected override void QueueTask(Task task)
    {
        _waiting.Enqueue(task);
        if (TryEnter())
        {
            CallThread();
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
    {
        if (_current == this)
        {
            return TryExecuteTask(task);
        }

        if (taskWasPreviouslyQueued || !TryEnterHere())
        {
            return false;
        }

        // What came before goes first.
        if (!_waiting.IsEmpty)
        {
            CallThread();
            return false;
        }

        Run(task);
        Leave();
        return true;
    }

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    // An await would go on in the context of such a thread, not on the strand.
    private bool TryEnterHere() => SynchronizationContext.Current is null && TryEnter();

    private bool TryEnter() => Interlocked.CompareExchange(ref _busy, 1, 0) == 0;

    private void WorkOff(int turns)
    {
        for (var turn = 0; turn < turns && _waiting.TryDequeue(out var task); turn++)
        {
            Run(task);
        }

        Leave();
    }

    private void Run(Task task)
    {
        var outer = _current;
        _current = this;
        TryExecuteTask(task);
        _current = outer;
    }

    private void Leave()
    {
        Interlocked.Exchange(ref _busy, 0);
        if (!_waiting.IsEmpty && TryEnter())
        {
            CallThread();
        }
    }

    private void CallThread() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
