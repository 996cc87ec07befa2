namespace Muster.Server.Adherence.History;

/// <summary>After which row a list goes on.</summary>
/// <param name="Part">The number of its part of the time (<see cref="HistoryAxis"/>).</param>
/// <param name="Group">The key of its group (<see cref="HistoryGroup"/>).</param>
public sealed record HistoryPlace(HistoryBy By, long Part, Guid Group);
