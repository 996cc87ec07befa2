namespace Muster.Server.Api.Cluster;

/// <summary>Which node shall have a duty next.</summary>
public sealed record HandoverBody(string To);
