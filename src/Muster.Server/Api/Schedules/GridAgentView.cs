namespace Muster.Server.Api.Schedules;

/// <summary>A row of the grid.</summary>
/// <param name="Days">
/// Each as numbers: the day's number from 0, its version, 1 when the draft has changed it (else 0), then for each
/// activity layer (0 work, 1 inside, 2 time off), start in minutes from the origin, minutes, and place of its code.
/// </param>
public sealed record GridAgentView(
    Guid Id, string Name, Guid? TeamId, Guid? WorkPlanId, IReadOnlyList<long[]> Days);
