namespace Muster.Cluster.Members;

/// <summary>What a node says of itself when it joins.</summary>
/// <param name="Addresses">Where other nodes reach it: "http://10.0.0.5:7070".</param>
public sealed record NodeDescription(
    string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Addresses, string Build);
