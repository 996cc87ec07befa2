namespace Muster.Cluster.Members;

/// <summary>A member as this node sees it.</summary>
public sealed record MemberStatus(Member Member, bool IsLive);
