namespace Muster.Server.Scheduling;

/// <summary>The shifts of an agent.</summary>
/// <param name="Shifts">
/// Each as numbers: day (0 is the first), start (minutes from its midnight), length in minutes, then activity and
/// minutes, again and again until its end. An activity is an index of <see cref="BuiltSchedule.Activities"/>.
/// </param>
public sealed record BuiltAgent(Guid Id, string Name, IReadOnlyList<IReadOnlyList<int>> Shifts);
