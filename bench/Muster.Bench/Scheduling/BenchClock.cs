namespace Muster.Bench.Scheduling;

/// <summary>Seconds since it was made: of the clock, or of the processors that this process had.</summary>
internal sealed class BenchClock(bool isCpu)
{
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;

    public double Seconds => (isCpu
        ? Environment.CpuUsage.TotalTime - _cpu
        : TimeProvider.System.GetElapsedTime(_began)).TotalSeconds;
}
