namespace Muster.Testing;

/// <summary>
/// Waits for what other processes do. Limits are those of an idle machine; on a busy one they are stretched by the load
/// of a core.
/// </summary>
public static class Until
{
    private const double Longest = 12;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>How much slower than an idle machine this one may be at the moment: 1 or more.</summary>
    public static double Pace =>
        File.Exists("/proc/loadavg") && double.TryParse(
            File.ReadAllText("/proc/loadavg").Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture,
            out var load)
            ? Math.Clamp(load / Environment.ProcessorCount, 1, Longest)
            : 1;

    /// <summary>Looks again and again until nothing is amiss; answers how long that took.</summary>
    /// <param name="amiss">What is still wrong; null when nothing is.</param>
    /// <exception cref="TimeoutException">Something was still amiss when the time was over.</exception>
    public static async Task<TimeSpan> FineAsync(TimeSpan limit, Func<Task<string?>> amiss)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await amiss() is { } trouble)
        {
            var waited = TimeProvider.System.GetElapsedTime(began);
            if (waited >= limit * Pace)
            {
                throw new TimeoutException(
                    $"After {waited.TotalSeconds:0.00} s, {limit.TotalSeconds} s on an idle machine: {trouble}");
            }

            // Another process tells nobody that it has come so far.
            await Task.Delay(Look, TimeProvider.System);
        }

        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Looks again and again for a time, during which nothing may be amiss.</summary>
    /// <exception cref="InvalidOperationException">Something was.</exception>
    public static async Task StaysFineAsync(TimeSpan time, Func<Task<string?>> amiss)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < time)
        {
            if (await amiss() is { } trouble)
            {
                var after = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
                throw new InvalidOperationException($"After {after:0.00} s: {trouble}");
            }

            // That nothing happens is seen by looking.
            await Task.Delay(Look, TimeProvider.System);
        }
    }
}
