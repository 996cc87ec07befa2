namespace Muster.Server.Events;

/// <summary>What became of a line.</summary>
public enum LineVerdict
{
    Open,
    Accepted,

    /// <summary>It came before.</summary>
    Duplicate,
    Quarantined,

    /// <summary>It cannot be used, and the quarantine is full.</summary>
    Dropped,
}
