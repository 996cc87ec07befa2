namespace Muster.Cluster.Leases;

/// <summary>A lease as its locked row shows it to one who might take it.</summary>
/// <param name="Holder">Null when nobody holds it.</param>
/// <param name="Remaining">Life left by the database's clock; negative when it has run out.</param>
/// <param name="Renewal">Counts up with every renewal: a watcher's own clock tells when it stands still.</param>
/// <param name="HandoverTo">The node for which it is kept for a moment; null for anybody.</param>
/// <param name="HandoverRemaining">How long it is still kept for that node.</param>
/// <param name="HolderIsGone">
/// The holder's session has ended, by the advisory lock: a detector of failures, never the safety.
/// </param>
public sealed record LockedLease(
    NodeId? Holder,
    TimeSpan Remaining,
    long Renewal,
    string? HandoverTo,
    TimeSpan HandoverRemaining,
    bool HolderIsGone);
