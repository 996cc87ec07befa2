namespace Muster.Faults.Tests.Histories;

/// <summary>What a node showed of an agent's day.</summary>
/// <param name="Asked">When, by the one clock of all writes and reads.</param>
/// <param name="Version">Of the schedules, as the answer said.</param>
internal sealed record DayRead(string Node, int Agent, long Asked, long Version, IReadOnlySet<int> Marks);
