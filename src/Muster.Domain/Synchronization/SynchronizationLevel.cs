namespace Muster.Domain.Synchronization;

/// <summary>How much of a source goes into Muster.</summary>
public enum SynchronizationLevel
{
    Off = 0,

    /// <summary>The agents of the sites that are assigned to us, their skills, and no time zones.</summary>
    Assigned = 1,

    /// <summary>
    /// Everything, also agents of sites that are assigned to nobody; not those of sites assigned elsewhere.
    /// </summary>
    Everything = 2,
}
