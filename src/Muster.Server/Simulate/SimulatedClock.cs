using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>
/// What time it is in a simulation: as fast as was asked for until the present is reached, and then as fast as time.
/// </summary>
internal sealed class SimulatedClock(Instant begin, double? speed, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public TimeProvider Time => time;

    public Instant Now
    {
        get
        {
            var present = Instant.FromDateTimeOffset(time.GetUtcNow());
            return speed is { } times
                ? Instant.Min(present, begin + (Duration.FromTimeSpan(time.GetElapsedTime(_began)) * times))
                : present;
        }
    }
}
