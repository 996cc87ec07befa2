using Muster.Domain.Organization;
using Muster.Simulation.Results;

namespace Muster.Server.Api.Demand;

/// <summary>How contacts are served; null where there are none.</summary>
/// <param name="Offered">On average.</param>
/// <param name="ServiceLevel">As a part of 1, answered within the goal's time, of all offered.</param>
/// <param name="AnswerSeconds">Mean wait of the answered.</param>
/// <param name="Abandonment">As a part of 1 of all offered.</param>
public sealed record ServedView(
    EstimateView? Offered, EstimateView? ServiceLevel, EstimateView? AnswerSeconds, EstimateView? Abandonment)
{
    public static ServedView Of(QueueResult result) => new(
        EstimateView.Of(result.Offered),
        EstimateView.Of(result.ServiceLevel(ServiceLevelDefinition.AnsweredOfOffered)),
        EstimateView.Of(result.AverageSpeedOfAnswerSeconds), EstimateView.Of(result.AbandonmentRate));
}
