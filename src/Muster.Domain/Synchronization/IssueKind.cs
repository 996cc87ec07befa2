namespace Muster.Domain.Synchronization;

public enum IssueKind
{
    /// <summary>Something the source said could not be used.</summary>
    Rejected,

    /// <summary>What the source said has more than one meaning: somebody has to choose.</summary>
    Conflict,

    /// <summary>It was done, and somebody should look whether that is what was meant.</summary>
    Review,
}
