namespace Muster.Server.Live;

/// <summary>How a node stands, as another sees it.</summary>
/// <param name="State">"current", "behind" or "silent".</param>
/// <param name="Seconds">For how long; 0 for a node that is current.</param>
public sealed record NodePulse(string Name, string State, int Seconds)
{
    public const string Current = "current";
    public const string Behind = "behind";
    public const string Silent = "silent";

    public bool IsCurrent => State == Current;
}
