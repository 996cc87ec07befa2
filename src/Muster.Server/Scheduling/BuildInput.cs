using Muster.Domain.People;
using Muster.Scheduling.Problem;

namespace Muster.Server.Scheduling;

/// <summary>What a management unit's schedules are built from.</summary>
/// <param name="Agents">Those who are scheduled, in the order of the problem's employees.</param>
/// <param name="Findings">What was found amiss, as sentences; the rest is built all the same.</param>
/// <param name="Print">Of everything that counts: two inputs of one print are the same.</param>
internal sealed record BuildInput(
    SchedulingProblem Problem, BuildCalendar Calendar, IReadOnlyList<Agent> Agents, IReadOnlyList<string> Findings,
    BuildPrint Print);
