using Muster.Domain.Outcomes;

namespace Muster.Server.Scheduling;

/// <summary>Whether somebody can work by a work plan.</summary>
/// <param name="IsPossible">A roster of four weeks keeps all its rules.</param>
/// <param name="Errors">Fields that are wrong, or do not go together.</param>
/// <param name="Findings">
/// Rules that no roster keeps together, though each pair of them may: the smallest set, and what giving way would take.
/// </param>
public sealed record PlanVerdict(
    bool IsPossible, IReadOnlyList<FieldError> Errors, IReadOnlyList<string> Findings);
