namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// A whole cluster in one thread: a clock and what happens next. Everything comes from the seed, so a run can be had
/// again. Time is in ticks of 100 ns.
/// </summary>
internal sealed class World(int seed)
{
    private readonly EventQueue _queue = new();

    public Random Chance { get; } = new(seed);

    public long Now { get; private set; }

    public long Happened { get; private set; }

    /// <summary>What the first broken invariant was; null while all is well.</summary>
    public string? Violation { get; private set; }

    public void Fail(string violation) =>
        Violation ??= $"at {Now / (double)TimeSpan.TicksPerSecond:0.0000} s: {violation}";

    public void At(long at, SimProcess owner, SendOrPostCallback work, object? state) =>
        _queue.Add(Math.Max(at, Now), new SimEvent(owner, work, state));

    public void After(TimeSpan delay, SimProcess owner, SendOrPostCallback work, object? state) =>
        At(Now + delay.Ticks, owner, work, state);

    public void After(TimeSpan delay, SimProcess owner, Action work) =>
        At(Now + delay.Ticks, owner, static state => ((Action)state!)(), work);

    public bool Chances(double probability) => Chance.NextDouble() < probability;

    public TimeSpan Between(double fromMilliseconds, double toMilliseconds) => TimeSpan.FromTicks((long)(
        TimeSpan.TicksPerMillisecond
            * (fromMilliseconds + (Chance.NextDouble() * (toMilliseconds - fromMilliseconds)))));

    /// <summary>Runs until a moment, or until an invariant breaks.</summary>
    public void RunUntil(TimeSpan end)
    {
        while (Violation is null && _queue.NextAt <= end.Ticks)
        {
            Now = _queue.NextAt;
            Happened++;
            var next = _queue.Take();
            next.Owner.Run(next.Work, next.State);
        }

        Now = Math.Max(Now, end.Ticks);
    }
}
