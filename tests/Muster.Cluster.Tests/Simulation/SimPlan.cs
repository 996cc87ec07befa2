using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>What kind of run a seed makes: how many nodes, how they are wired, what may go wrong.</summary>
internal sealed record SimPlan
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    public required IReadOnlyList<string> Nodes { get; init; }

    public required MeshShape Shape { get; init; }

    public required bool HasMesh { get; init; }

    public required ClusterTiming Timing { get; init; }

    public required bool ClockSteps { get; init; }

    public required bool DatabaseFaults { get; init; }

    public required bool BadNetwork { get; init; }

    /// <summary>Until then things go wrong.</summary>
    public TimeSpan FaultsEnd { get; } = TimeSpan.FromSeconds(5);

    public TimeSpan WritesEnd { get; } = TimeSpan.FromSeconds(6);

    /// <summary>Every node asks all others something; everybody has to answer.</summary>
    public TimeSpan Asking { get; } = TimeSpan.FromSeconds(8);

    /// <summary>By then all nodes must agree with the database.</summary>
    public TimeSpan End { get; } = TimeSpan.FromSeconds(9.5);

    public static SimPlan From(Random chance)
    {
        var hasMesh = chance.NextDouble() < 0.85;
        var mesh = chance.NextDouble() < 0.5 ? new MeshTiming() : new MeshTiming { QueueLimit = 12, ConflateFrom = 4 };
        var slack = hasMesh && chance.NextDouble() < 0.4 ? TimeSpan.FromSeconds(60) : TimeSpan.FromSeconds(1);
        return new SimPlan
        {
            Nodes = Names[..(2 + Math.Min(chance.Next(4), chance.Next(4)))],
            Shape = (MeshShape)chance.Next(4),
            HasMesh = hasMesh,
            Timing = new ClusterTiming
            {
                Streams = new StreamTiming { Slack = slack, ReloadBeyond = 20 },
                Mesh = mesh,
            },
            ClockSteps = chance.NextDouble() < 0.3,
            DatabaseFaults = chance.NextDouble() < 0.4,
            BadNetwork = chance.NextDouble() < 0.5,
        };
    }
}
