namespace Muster.Cluster.Mesh;

/// <summary>A connection to another node is gone, or could not be made.</summary>
public sealed class LinkBrokenException(string message, Exception? inner = null) : Exception(message, inner);
