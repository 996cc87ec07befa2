namespace Muster.Server.Api.Schedules;

/// <summary>What schedules are put back to.</summary>
public enum RestoreTo
{
    /// <summary>What the days of a version were before it.</summary>
    Before,

    /// <summary>What all days of the unit were with it.</summary>
    AsAt,
}
