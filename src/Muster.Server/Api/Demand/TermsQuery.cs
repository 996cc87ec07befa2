using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Demand;
using Muster.Domain.Organization;

namespace Muster.Server.Api.Demand;

/// <summary>"What if": terms that differ from those that are kept. What is absent is as kept.</summary>
public sealed record TermsQuery(
    [property: FromQuery(Name = "service_goal_id")] Guid? ServiceGoalId = null,
    [property: FromQuery(Name = "shrinkage_percent")] double? ShrinkagePercent = null,
    [property: FromQuery(Name = "patience_seconds")] int? PatienceSeconds = null,
    [property: FromQuery(Name = "handle_seconds")] double? HandleSeconds = null,
    [property: FromQuery(Name = "at_once")] int? AtOnce = null,
    [property: FromQuery(Name = "minimum_agents")] int? MinimumAgents = null,
    [property: FromQuery(Name = "uncertain_days")] bool? UncertainDays = null,
    [property: FromQuery(Name = "volume_percent")] double? VolumePercent = null)
{
    public StaffingTerms Over(StaffingTerms kept) => kept with
    {
        ServiceGoalId = ServiceGoalId is { } goal ? new ServiceGoalId(goal) : kept.ServiceGoalId,
        ShrinkagePercent = ShrinkagePercent ?? kept.ShrinkagePercent,
        PatienceSeconds = PatienceSeconds ?? kept.PatienceSeconds,
        HandleSeconds = HandleSeconds ?? kept.HandleSeconds,
        AtOnce = AtOnce ?? kept.AtOnce,
        MinimumAgents = MinimumAgents ?? kept.MinimumAgents,
        UncertainDays = UncertainDays ?? kept.UncertainDays,
    };
}
