namespace Muster.Domain.Schedules;

/// <summary>
/// What lies over what. Where activities overlap, the highest layer counts; take it away and what is below is there
/// again.
/// </summary>
public enum ActivityLayer
{
    /// <summary>The shift.</summary>
    Work,

    /// <summary>Breaks, meals, meetings and training: within a shift.</summary>
    Inside,

    TimeOff,
}
