namespace Muster.Cluster.Streams;

/// <summary>What a node has done about a position.</summary>
public enum ReceiptState
{
    /// <summary>It serves the position or a later one.</summary>
    Applied,

    /// <summary>It has not said so yet.</summary>
    Pending,

    /// <summary>It is gone, or has lost its membership and may not serve the scope as current.</summary>
    Left,

    /// <summary>It is on a newer timeline: the database has failed over, and may have lost the position.</summary>
    Overtaken,
}
