using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>What went otherwise than planned, over intervals that follow each other.</summary>
/// <param name="Size">In hours of an agent's work, so that deviations of any kind can be compared.</param>
/// <param name="IsOpen">It goes on in the last interval that is known.</param>
public sealed record Deviation(
    string Group, DeviationKind Kind, Interval Time, double Actual, double Planned, double Size, bool IsOpen)
{
    public Duration Length => Time.Duration;
}
