namespace Muster.Cluster.Members;

/// <summary>A member as this node sees it.</summary>
/// <param name="SeenAt">When its beat was last seen to move, by this node's clock.</param>
public sealed record MemberStatus(Member Member, bool IsLive, long SeenAt);
