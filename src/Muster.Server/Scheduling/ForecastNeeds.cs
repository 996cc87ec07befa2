using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Demand;
using Muster.Storage.Demand;

namespace Muster.Server.Scheduling;

/// <summary>What a forecast takes in people, with the layers and terms that are kept with it.</summary>
public sealed class ForecastNeeds(ForecastStore forecasts)
{
    /// <returns>By planning group; those that cannot be reckoned are left out, and told of.</returns>
    internal async Task<(IReadOnlyList<GroupNeeds> Needs, IReadOnlyList<string> Findings)> ReadAsync(
        ForecastId forecast, OrganizationSnapshot organization, CancellationToken token)
    {
        var needs = new List<GroupNeeds>();
        var findings = new List<string>();
        foreach (var row in await forecasts.ListGroupsAsync(forecast, token))
        {
            var group = organization.PlanningGroups.Find(row.Group);
            var read = group is null ? new Refusal.Conflict("It is gone.") : Read(row, group, organization);
            if (read.Refused is { } refusal)
            {
                findings.Add($"{group?.Name ?? row.Group.ToString()} is left out. {EngineRefusal.Text(refusal)}");
            }
            else
            {
                needs.Add(read.Value);
            }
        }

        return (needs, findings);
    }

    private static Outcome<GroupNeeds> Read(
        ForecastGroupRow row, PlanningGroup group, OrganizationSnapshot organization)
    {
        if (row.Machine is not { } machine)
        {
            return new Refusal.Conflict(row.Trouble ?? "Its forecast is not made yet.");
        }

        var layered = MachineForecast.With(
            MachineForecast.Read(machine), DemandJson.Read<IReadOnlyList<DemandLayer>>(row.Layers));
        if (layered.Refused is { } wrong)
        {
            return wrong;
        }

        var goal = row.Staffing.ServiceGoalId is { } id ? organization.ServiceGoals.Find(id) : null;
        var forecast = layered.Value;
        return Requirements.Of(forecast.Machine, forecast.Days, row.Staffing, goal, row.HandleSeconds).Then(days =>
            new GroupNeeds(group, forecast.Machine.Minutes, days.ToDictionary(
                day => day.Date,
                IReadOnlyList<double> (day) => [.. day.Rows.Select(one => one?.Scheduled ?? 0)])));
    }
}
