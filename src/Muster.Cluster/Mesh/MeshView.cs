namespace Muster.Cluster.Mesh;

/// <summary>The mesh as one node sees it.</summary>
/// <param name="Reach">Over how many links each node is reached.</param>
/// <param name="Troubles">Why an address could not be reached when it was last dialled.</param>
public sealed record MeshView(
    IReadOnlyList<MeshLinkView> Links,
    IReadOnlyDictionary<string, int> Reach,
    IReadOnlyDictionary<string, string> Troubles)
{
    public static MeshView Empty { get; } = new([], new Dictionary<string, int>(), new Dictionary<string, string>());
}
