using System.Text.Json.Serialization;

namespace Muster.Cluster.Streams;

/// <summary>
/// How far a scope has come: so many changes on this timeline of the database. A database that lost commits in a
/// failover counts some versions anew, on a higher timeline; so the timeline compares first.
/// </summary>
[method: JsonConstructor]
public readonly record struct ScopePosition(int Timeline, long Version) : IComparable<ScopePosition>
{
    public int CompareTo(ScopePosition other) =>
        Timeline != other.Timeline ? Timeline.CompareTo(other.Timeline) : Version.CompareTo(other.Version);

    public static bool operator <(ScopePosition left, ScopePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(ScopePosition left, ScopePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(ScopePosition left, ScopePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ScopePosition left, ScopePosition right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Timeline}/{Version}";
}
