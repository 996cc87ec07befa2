namespace Muster.Cluster.Tests.Simulation;

/// <summary>The clocks of a process: the monotonic one runs through pauses, the wall clock can be set.</summary>
internal sealed class SimTime(World world, SimProcess process) : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => world.Now;

    public override DateTimeOffset GetUtcNow() => Epoch + TimeSpan.FromTicks(world.Now) + process.ClockOffset;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(world, process, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
