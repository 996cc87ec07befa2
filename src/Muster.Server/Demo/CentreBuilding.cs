using System.Text.Json;
using Muster.Domain.Organization;
using Muster.Server.Api;
using Muster.Server.Api.Identity;
using Muster.Server.Api.Json;
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
    private const string Memory = "/session/preferences/demonstration";

    /// <param name="nodes">The others are asked when the first does not answer.</param>
    /// <param name="run">Runs a step, and tells people of it.</param>
    public async Task<BuiltCentre> RunAsync(
        IReadOnlyList<Uri> nodes, Func<ICentreStep, CancellationToken, Task> run, CancellationToken token)
    {
        using var administrator = await SignInAsync(nodes, AdministratorName, token);
        using var planner = await SignInAsync(nodes, PlannerName, token);
        if (administrator is null || planner is null)
        {
            return new BuiltCentre(
                null,
                $"The contact centre is left as it is: {AdministratorName} or {PlannerName} has another password.");
        }

        var finished = await FindAsync(planner, token)
            ?? await BuildAsync(new CentreGround(
                content, administrator, planner, samples, await ZoneAsync(planner, token), time), nodes, run, token);
        await administrator.SignOutAsync(token);
        await planner.SignOutAsync(token);
        return new BuiltCentre(finished.BusinessUnit, Sentence(finished));
    }

    private static async Task<FinishedCentre> BuildAsync(
        CentreGround ground, IReadOnlyList<Uri> nodes, Func<ICentreStep, CancellationToken, Task> run,
        CancellationToken token)
    {
        foreach (var step in StepsOn(ground, nodes))
        {
            await run(step, token);
        }

        var finished = new FinishedCentre(ground.BusinessUnit, ground.LastDay, ground.Zone);
        var body = new PreferenceBody(JsonSerializer.SerializeToElement(finished, ApiJson.Options));
        await ground.Planner.PutAsync(Memory, body, null, token);
        return finished;
    }

    // Whatever is renamed or removed later, it is not built again.
    private static async Task<FinishedCentre?> FindAsync(CentreClient planner, CancellationToken token) =>
        (await planner.GetAsync<PreferenceBody>(Memory, token)).Value?.Deserialize<FinishedCentre>(ApiJson.Options);

    private Task<CentreClient?> SignInAsync(IReadOnlyList<Uri> nodes, string userName, CancellationToken token) =>
        CentreClient.SignInAsync(nodes, userName, DemoAccounts.Password, time, token);

    private static IReadOnlyList<ICentreStep> StepsOn(CentreGround ground, IReadOnlyList<Uri> nodes) =>
    [
        new OrganizationStep(ground), new PeopleStep(ground), new RulesStep(ground), new HistoryStep(ground),
        new ForecastStep(ground), new StaffingStep(ground), new BuildStep(ground), new SupervisorsStep(ground),
        new PagesStep(ground, nodes), new PublishStep(ground),
    ];

    // A centre that is there keeps its zone, wherever the machine is now.
    private async Task<DateTimeZone> ZoneAsync(CentreClient planner, CancellationToken token)
    {
        var units = await planner.GetAsync<Page<BusinessUnit>>("/organization/business-units", token);
        return units.Items.FirstOrDefault(unit => unit.Name == content.BusinessUnit)?.Zone ?? zone;
    }

    private string Sentence(FinishedCentre finished) =>
        Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(finished.Zone).Date > finished.LastDay
            ? $"The schedules of {content.BusinessUnit} ended on {finished.LastDay:uuuu-MM-dd}: "
                + "muster demo --reset begins anew."
            : $"{content.BusinessUnit} is scheduled until {finished.LastDay:uuuu-MM-dd}, in {finished.Zone.Id} time.";
}
