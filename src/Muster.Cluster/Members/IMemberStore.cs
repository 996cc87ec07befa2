namespace Muster.Cluster.Members;

/// <summary>The membership table. Every call may throw <see cref="StoreAwayException"/>.</summary>
public interface IMemberStore
{
    /// <summary>Enters a new row under a new incarnation, which it answers.</summary>
    Task<long> JoinAsync(NodeDescription node, CancellationToken token);

    /// <summary>
    /// Counts the node's beat up, records its report, and reads all rows in the same round trip. A row that
    /// another node has swept is entered again.
    /// </summary>
    /// <param name="report">Null when there is nothing new since the last beat that was answered.</param>
    Task<MemberTable> BeatAsync(
        NodeId node, NodeDescription description, MemberReport? report, CancellationToken token);

    /// <summary>All rows.</summary>
    Task<MemberTable> ReadAsync(CancellationToken token);

    /// <summary>Removes the node's row, and rows whose beat is older than a day.</summary>
    Task LeaveAsync(NodeId node, CancellationToken token);
}
