namespace Muster.Server.Demo.Content;

/// <summary>Agents with one work plan.</summary>
/// <param name="Skills">The part of them that has a skill, 0 to 1, by its name.</param>
/// <param name="Teams">Their teams; null: those of the unit.</param>
public sealed record CrewContent(
    string WorkPlan, int Agents, IReadOnlyDictionary<string, double> Skills, IReadOnlyList<string>? Teams = null);
