namespace Muster.Cluster.Mesh;

/// <summary>The times and limits of the mesh.</summary>
public sealed record MeshTiming
{
    /// <summary>How often positions are told, and how often it is looked whom to dial.</summary>
    public TimeSpan Summary { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan Ping { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A link on which nothing was heard for so long is dead.</summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>The longest pause between attempts at an address; the first is a twentieth of it.</summary>
    public TimeSpan DialPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Frames that wait on one link; past this the oldest hints are dropped, and counted.</summary>
    public int QueueLimit { get; init; } = 1_024;

    /// <summary>From so many waiting frames on, only the newest position of each scope is kept.</summary>
    public int ConflateFrom { get; init; } = 32;

    public int HopLimit { get; init; } = 8;
}
