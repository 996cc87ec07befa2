namespace Muster.Server.Commands;

/// <summary>A group of agents as it is written: <c>both=Loans,Cards:8</c>.</summary>
/// <param name="Serves">Names or ids of planning groups.</param>
/// <param name="Agents">Null: it was not said.</param>
internal sealed record StaffingGroup(string Name, IReadOnlyList<string> Serves, int? Agents);
