namespace Muster.Cluster.Members;

/// <summary>All rows of the membership, and the timeline of the database that answered.</summary>
public sealed record MemberTable(int Timeline, IReadOnlyList<Member> Members);
