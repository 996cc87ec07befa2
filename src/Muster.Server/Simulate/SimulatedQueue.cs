namespace Muster.Server.Simulate;

/// <summary>What came of a queue.</summary>
public sealed record SimulatedQueue(string Name, IntervalCounts Calls);
