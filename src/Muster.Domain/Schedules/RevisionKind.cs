namespace Muster.Domain.Schedules;

/// <summary>How a version of the published schedules came about.</summary>
public enum RevisionKind
{
    /// <summary>A draft was published.</summary>
    Publish,

    /// <summary>Somebody changed the published schedule itself.</summary>
    Edit,

    /// <summary>Days were put back to what they were.</summary>
    Restore,
}
