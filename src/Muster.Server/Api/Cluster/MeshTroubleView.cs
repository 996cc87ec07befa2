namespace Muster.Server.Api.Cluster;

/// <summary>Why an address could not be reached.</summary>
public sealed record MeshTroubleView(string Address, string Reason);
