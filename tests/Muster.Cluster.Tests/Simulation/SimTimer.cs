namespace Muster.Cluster.Tests.Simulation;

/// <summary>A timer of a process.</summary>
internal sealed class SimTimer(World world, SimProcess process, TimerCallback callback, object? state) : ITimer
{
    private Setting? _setting;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _setting = new Setting(this, period);
        if (dueTime >= TimeSpan.Zero)
        {
            RingAfter(dueTime, _setting);
        }

        return true;
    }

    public void Dispose() => _setting = null;

    public ValueTask DisposeAsync()
    {
        _setting = null;
        return ValueTask.CompletedTask;
    }

    private void RingAfter(TimeSpan time, Setting setting) => world.After(
        time, process, static due => ((Setting)due!).Timer.Ring((Setting)due), setting);

    private void Ring(Setting setting)
    {
        if (setting != _setting)
        {
            return;
        }

        if (setting.Period > TimeSpan.Zero)
        {
            RingAfter(setting.Period, setting);
        }

        callback(state);
    }

    // What the timer was last set to; what it was set to before does not ring any more.
    private sealed class Setting(SimTimer timer, TimeSpan period)
    {
        public SimTimer Timer => timer;

        public TimeSpan Period => period;
    }
}
