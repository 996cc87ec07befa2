namespace Muster.Server.Api.Cluster;

/// <summary>The mesh as the answering node sees it.</summary>
/// <param name="Sentence">How it stands: "Reaches 3 of 3 other nodes, 1 through relay."</param>
public sealed record MeshStateView(
    bool On, string Sentence, IReadOnlyList<MeshLinkStateView> Links, IReadOnlyList<MeshTroubleView> Troubles);
