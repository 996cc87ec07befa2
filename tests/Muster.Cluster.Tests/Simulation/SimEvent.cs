namespace Muster.Cluster.Tests.Simulation;

/// <summary>Something that will happen in a process.</summary>
internal readonly record struct SimEvent(SimProcess Owner, SendOrPostCallback Work, object? State);
