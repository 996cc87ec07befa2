using Muster.Simulation.Centre;

namespace Muster.Simulation.Engine;

/// <summary>An agent as the engine needs it.</summary>
/// <param name="Profile">The index of the skills (and group) that the agent shares with others.</param>
/// <param name="Schedule">Null: on queue all the time.</param>
/// <param name="ScheduleIndex">The index in the model's agents; -1 for those whom a group has on queue.</param>
internal sealed record AgentPlan(
    string Name, int Profile, double Factor, IReadOnlyList<ScheduledActivity>? Schedule, Attendance? Attendance,
    int ScheduleIndex);
