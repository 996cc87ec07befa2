using System.Text.Json.Serialization;

namespace Muster.Cluster;

/// <summary>
/// One life of one process. The incarnation comes from a database sequence at its start, so a restarted node is never
/// taken for the one it replaces.
/// </summary>
[method: JsonConstructor]
public readonly record struct NodeId(string Name, long Incarnation)
{
    // The number alone tells any two apart; the name is only compared when it is the same.
    public bool Equals(NodeId other) => Incarnation == other.Incarnation && Name == other.Name;

    public override int GetHashCode() => Incarnation.GetHashCode();

    public override string ToString() => $"{Name}#{Incarnation}";
}
