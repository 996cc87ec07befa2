using System.Globalization;
using Muster.Server.Api.Demand;
using Muster.Server.Demo.Content;

namespace Muster.Server.Demo.Steps;

/// <summary>Gives the planning groups their goals and terms, and reckons how many people they take.</summary>
internal sealed class StaffingStep(CentreGround ground) : ICentreStep
{
    public string Title => "Staffing";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        if (ground.LooksBack)
        {
            await ReckonAsync(ground.HindsightName, tell, token);
        }

        var (hours, peak) = await ReckonAsync(ground.PlanName, tell, token);
        return string.Create(CultureInfo.InvariantCulture,
            $"{hours / ground.Content.Build.Weeks:N0} hours a week are to be paid, {peak} agents at the peak");
    }

    private async Task<(double Hours, int Peak)> ReckonAsync(string name, Action<string> tell, CancellationToken token)
    {
        var forecast = await ForecastStep.FindAsync(ground, name, token);
        var (hours, peak) = (0.0, 0);
        foreach (var terms in ground.Content.Terms)
        {
            tell(terms.PlanningGroup);
            var part = $"/forecasts/{forecast!.Id}/groups/{ground.IdOf("planning-groups", terms.PlanningGroup)}";
            await EnsureAsync(part, terms, token);
            var required = await ground.Planner.GetAsync<RequirementView>($"{part}/requirement", token);
            (hours, peak) = (hours + required.PaidHours, peak + required.PeakAgents);
        }

        return (hours, peak);
    }

    private async Task EnsureAsync(string part, TermsContent terms, CancellationToken token)
    {
        var group = await ground.Planner.GetAsync<ForecastGroupView>(part, token);
        if (group.Staffing.ServiceGoalId is null)
        {
            var staffing = group.Staffing with
            {
                ServiceGoalId = new(ground.IdOf("service-goals", terms.ServiceGoal)),
                PatienceSeconds = terms.PatienceSeconds,
                HandleSeconds = terms.HandleSeconds,
                ShrinkagePercent = terms.ShrinkagePercent,
            };
            await ground.Planner.PatchAsync<ForecastGroupView>(
                part, new GroupChangeBody(Staffing: staffing), group.Version, token);
        }
    }
}
