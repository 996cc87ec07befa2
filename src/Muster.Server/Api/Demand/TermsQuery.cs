using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Demand;
using Muster.Domain.Organization;

namespace Muster.Server.Api.Demand;

/// <summary>
/// "What if": terms that differ from those that are kept. What is absent is as kept, what is empty is as usual.
/// </summary>
public sealed record TermsQuery(
    HttpRequest Request,
    [property: FromQuery(Name = "service_goal_id"), Description("The goal to be reached; empty: the usual one.")]
    Guid? ServiceGoalId = null,
    [property: FromQuery(Name = "shrinkage_percent"), Description("Part of the paid time that is not spent on queue.")]
    double? ShrinkagePercent = null,
    [property: FromQuery(Name = "patience_seconds"),
        Description("Mean time after which callers hang up; empty: they all wait.")]
    int? PatienceSeconds = null,
    [property: FromQuery(Name = "handle_seconds"), Description("Mean handle time; empty: as learned.")]
    double? HandleSeconds = null,
    [property: FromQuery(Name = "at_once"), Description("Contacts that an agent handles at the same time.")]
    int? AtOnce = null,
    [property: FromQuery(Name = "minimum_agents"), Description("Never fewer, while it is open.")]
    int? MinimumAgents = null,
    [property: FromQuery(Name = "uncertain_days"), Description("Whether days may turn out busier than forecast.")]
    bool? UncertainDays = null,
    [property: FromQuery(Name = "volume_percent"), Description("Of the forecast volume; absent: 100.")]
    double? VolumePercent = null)
{
    public StaffingTerms Over(StaffingTerms kept) => kept with
    {
        ServiceGoalId = ServiceGoalId is { } goal ? new ServiceGoalId(goal)
            : IsEmpty("service_goal_id") ? null : kept.ServiceGoalId,
        ShrinkagePercent = ShrinkagePercent ?? kept.ShrinkagePercent,
        PatienceSeconds = PatienceSeconds ?? (IsEmpty("patience_seconds") ? null : kept.PatienceSeconds),
        HandleSeconds = HandleSeconds ?? (IsEmpty("handle_seconds") ? null : kept.HandleSeconds),
        AtOnce = AtOnce ?? kept.AtOnce,
        MinimumAgents = MinimumAgents ?? kept.MinimumAgents,
        UncertainDays = UncertainDays ?? kept.UncertainDays,
    };

    private bool IsEmpty(string name) => EmptyTerms.Has(Request, name);
}
