namespace Muster.Server.Telemetry;

/// <summary>
/// Whether something is away, so that it is said once when it goes and once when it is back, however often it is tried
/// meanwhile. Safe for many threads.
/// </summary>
public sealed class Outage
{
    private bool _isOn;

    /// <summary>It was tried in vain.</summary>
    /// <returns>Whether that is new.</returns>
    public bool Begin() => !Interlocked.Exchange(ref _isOn, true);

    /// <summary>It was tried, and is there.</summary>
    /// <returns>Whether that is new.</returns>
    public bool End() => Interlocked.Exchange(ref _isOn, false);
}
