namespace Muster.Cluster.Mesh;

/// <summary>Opens connections to other nodes.</summary>
public interface IMeshNetwork
{
    /// <exception cref="LinkBrokenException">Nobody answers there, or refuses; the message says why.</exception>
    Task<IMeshConnection> DialAsync(string address, CancellationToken token);
}
