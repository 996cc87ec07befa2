namespace Muster.Testing;

/// <summary>The system's time, moved forward as a test pleases. Timers run at their usual pace.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private long _shiftTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _shiftTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Shift.Ticks;

    private TimeSpan Shift => TimeSpan.FromTicks(Interlocked.Read(ref _shiftTicks));
}
