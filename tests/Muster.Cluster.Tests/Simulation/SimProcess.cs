namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// A process: everything that runs in it runs in its context. Paused, its work piles up; killed, it is never done.
/// </summary>
internal sealed class SimProcess(World world, string name) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Work, object? State)> _held = [];

    public string Name => name;

    public bool IsDead { get; private set; }

    public bool IsPaused { get; private set; }

    public bool Runs => !IsDead && !IsPaused;

    /// <summary>Added to what its wall clock says.</summary>
    public TimeSpan ClockOffset { get; set; }

    public override void Post(SendOrPostCallback d, object? state) => world.At(world.Now, this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    public override SynchronizationContext CreateCopy() => this;

    public void Kill() => IsDead = true;

    public int Pauses { get; private set; }

    public void Pause()
    {
        IsPaused = true;
        Pauses++;
    }

    public void Resume()
    {
        IsPaused = false;
        foreach (var (work, state) in _held)
        {
            Post(work, state);
        }

        _held.Clear();
    }

    public void Run(SendOrPostCallback work, object? state)
    {
        if (IsDead)
        {
            return;
        }

        if (IsPaused)
        {
            _held.Add((work, state));
            return;
        }

        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            work(state);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Starts a task in this process; what it throws unexpectedly breaks the run.</summary>
    public void Start(Func<Task> work) => Post(_ => Watch(work()), null);

    private async void Watch(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // It was stopped.
        }
        catch (Exception problem) when (problem is not StoreAwayException) // Edge: process.
        {
            world.Fail($"{name} failed: {problem}");
        }
    }
}
