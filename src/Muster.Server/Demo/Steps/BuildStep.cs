using System.Globalization;
using Muster.Domain.Scheduling;
using Muster.Server.Api;
using Muster.Server.Api.Scheduling;

namespace Muster.Server.Demo.Steps;

/// <summary>Has the schedules built, by the builders of the node.</summary>
internal sealed class BuildStep(CentreGround ground) : ICentreStep
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public string Title => "Build";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var found = await FindAsync(ground, token);
        var id = (found ?? await AskAsync(token)).Id;
        var details = await ReadAsync(id, token);
        while (details.Build.State is BuildState.Queued or BuildState.Running)
        {
            tell(string.Join("; ", details.Units.Select(Sentence)));
            await Task.Delay(Look, ground.Time, token);
            details = await ReadAsync(id, token);
        }

        return details.Build.State == BuildState.Done
            ? string.Join(", ", details.Units.Select(Sentence))
                + (found is null || ground.LooksBack ? ""
                    : $": {details.Build.Name} was there already, remove it to have it made anew")
            : throw new StartRefusedException(
                $"The build {details.Build.Name} ended as {details.Build.State}: {details.Build.Sentence}",
                ground.Advice);
    }

    /// <summary>The build that is made or being made; null: there is none.</summary>
    public static async Task<BuildView?> FindAsync(CentreGround ground, CancellationToken token)
    {
        var builds = await ground.Planner.GetAsync<Page<BuildView>>(
            $"/builds?business_unit_id={ground.BusinessUnit}&limit={PageRequest.MaxLimit}", token);
        return builds.Items.FirstOrDefault(build => build.Name == ground.PlanName
            && build.State is not (BuildState.Failed or BuildState.Cancelled));
    }

    private async Task<BuildView> AskAsync(CancellationToken token)
    {
        var forecast = await ForecastStep.FindAsync(ground, ground.PlanName, token);
        var (weeks, seconds) = ground.Content.Build;
        return await ground.Planner.PostAsync<BuildView>(
            "/builds",
            new NewBuildBody(
                ground.BusinessUnit, ground.PlanName, forecast!.Id, ground.Monday, weeks, Seconds: seconds,
                Seed: ground.Content.Seed),
            token);
    }

    private Task<BuildDetailsView> ReadAsync(Guid id, CancellationToken token) =>
        ground.Planner.GetAsync<BuildDetailsView>($"/builds/{id}", token);

    private string Sentence(BuildUnitView unit)
    {
        var name = ground.Content.Units
            .FirstOrDefault(known => ground.IdOf("management-units", known.Name) == unit.ManagementUnitId)?.Name
            ?? "A unit of another name";
        return unit.Progress.Count == 0
            ? $"{name}: {unit.State}"
            : string.Create(CultureInfo.InvariantCulture,
                $"{name}: {100 * unit.Progress[^1].Covered:0.0} % covered after {unit.Seconds:0} s");
    }
}
