namespace Muster.Cluster.Tests.Simulation;

/// <summary>A timer of a process.</summary>
internal sealed class SimTimer(World world, SimProcess process, TimerCallback callback, object? state) : ITimer
{
    private long _setting;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var setting = ++_setting;
        if (dueTime >= TimeSpan.Zero)
        {
            world.After(dueTime, process, () => Ring(setting, period));
        }

        return true;
    }

    public void Dispose() => _setting++;

    public ValueTask DisposeAsync()
    {
        _setting++;
        return ValueTask.CompletedTask;
    }

    private void Ring(long setting, TimeSpan period)
    {
        if (setting != _setting)
        {
            return;
        }

        if (period > TimeSpan.Zero)
        {
            world.After(period, process, () => Ring(setting, period));
        }

        callback(state);
    }
}
