using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>A rule of a work plan that a schedule does not keep.</summary>
/// <param name="Rule">The work plan's field: <c>min_rest_minutes</c>.</param>
/// <param name="Sentence">As a planner says it, with the numbers.</param>
public sealed record PlanBreach(LocalDate Day, string Rule, string Sentence);
