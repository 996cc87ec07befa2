using Muster.Domain.Organization;
using Muster.Server.Api;
using Muster.Server.Demo.Content;
using Muster.Server.Demo.Steps;
using NodaTime;

namespace Muster.Server.Demo;

/// <summary>
/// Builds the demonstration's contact centre through the API of a node, as an integrator would. What is there is left
/// as it is, so it goes on where it was when it was ended in the middle; what is finished is not looked at again.
/// </summary>
/// <param name="zone">Of a centre that is not there yet.</param>
public sealed class CentreBuilding(CentreContent content, string samples, DateTimeZone zone, TimeProvider time)
{
    private const string AdministratorName = "ada";
    private const string PlannerName = "paul";

    /// <param name="run">Runs a step, and tells people of it.</param>
    /// <returns>A sentence about the centre.</returns>
    public async Task<string> RunAsync(
        Uri node, Func<ICentreStep, CancellationToken, Task> run, CancellationToken token)
    {
        using var administrator = await SignInAsync(node, AdministratorName, token);
        using var planner = await SignInAsync(node, PlannerName, token);
        if (administrator is null || planner is null)
        {
            return $"The contact centre is left as it is: {AdministratorName} or {PlannerName} has another password.";
        }

        var ground = new CentreGround(
            content, administrator, planner, samples, await ZoneAsync(planner, token), time);
        var isFinished = await IsFinishedAsync(ground, token);
        foreach (var step in isFinished ? [] : StepsOn(ground, node))
        {
            await run(step, token);
        }

        await administrator.SignOutAsync(token);
        await planner.SignOutAsync(token);
        return Sentence(ground);
    }

    private Task<CentreClient?> SignInAsync(Uri node, string userName, CancellationToken token) =>
        CentreClient.SignInAsync(node, userName, DemoAccounts.Password, time, token);

    private static IReadOnlyList<ICentreStep> StepsOn(CentreGround ground, Uri node) =>
    [
        new OrganizationStep(ground), new PeopleStep(ground), new RulesStep(ground), new HistoryStep(ground),
        new ForecastStep(ground), new StaffingStep(ground), new BuildStep(ground), new PublishStep(ground),
        new PagesStep(ground, node),
    ];

    // A centre that is there keeps its zone, wherever the machine is now.
    private async Task<DateTimeZone> ZoneAsync(CentreClient planner, CancellationToken token)
    {
        var units = await planner.GetAsync<Page<BusinessUnit>>("/organization/business-units", token);
        return units.Items.FirstOrDefault(unit => unit.Name == content.BusinessUnit)?.Zone ?? zone;
    }

    private static async Task<bool> IsFinishedAsync(CentreGround ground, CancellationToken token)
    {
        foreach (var kind in (string[])["business-units", "management-units"])
        {
            foreach (var item in await ground.ListAsync(kind, token))
            {
                ground.Know(kind, item.GetProperty("name").GetString()!, item.GetProperty("id").GetGuid());
            }
        }

        if (!ground.Knows("business-units", ground.Content.BusinessUnit))
        {
            return false;
        }

        await ground.SetWeeksAsync(token);
        foreach (var unit in ground.Content.Units)
        {
            if (!ground.Knows("management-units", unit.Name)
                || await PublishStep.FindAsync(
                    ground.Planner, ground.IdOf("management-units", unit.Name), token) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static string Sentence(CentreGround ground) => ground.Today > ground.LastDay
        ? $"The schedules of {ground.Content.BusinessUnit} ended on {ground.LastDay:uuuu-MM-dd}: "
            + "muster demo --reset begins anew."
        : $"{ground.Content.BusinessUnit} is scheduled until {ground.LastDay:uuuu-MM-dd}, in {ground.Zone.Id} time.";
}
