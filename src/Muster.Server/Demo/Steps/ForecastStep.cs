using System.Globalization;
using Muster.Domain.Demand;
using Muster.Server.Api;
using Muster.Server.Api.Demand;
using NodaTime;

namespace Muster.Server.Demo.Steps;

/// <summary>Has the weeks forecast, of all planning groups.</summary>
internal sealed class ForecastStep(CentreGround ground) : ICentreStep
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public string Title => "Forecast";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        // The weeks before first: pages show the latest forecast unless told otherwise.
        if (ground.LooksBack)
        {
            await MakeAsync(ground.HindsightName, ground.FirstPastDay, tell, token);
        }

        var isThere = await FindAsync(ground, ground.PlanName, token) is not null;
        var forecast = await MakeAsync(ground.PlanName, ground.Monday, tell, token);
        return string.Create(CultureInfo.InvariantCulture,
            $"{forecast.Done} planning groups from {forecast.FirstDay:uuuu-MM-dd} on")
            + (ground.LooksBack ? ", and the weeks before to compare"
                : isThere ? $": {forecast.Name} was there already, remove it to have it made anew" : "");
    }

    /// <summary>The forecast of a name that is made or being made; null: there is none.</summary>
    public static async Task<ForecastView?> FindAsync(CentreGround ground, string name, CancellationToken token)
    {
        var forecasts = await ground.Planner.GetAsync<Page<ForecastView>>(
            $"/forecasts?business_unit_id={ground.BusinessUnit}&limit={PageRequest.MaxLimit}", token);
        return forecasts.Items.FirstOrDefault(forecast => forecast.Name == name
            && forecast.State is not (ForecastState.Failed or ForecastState.Cancelled));
    }

    private async Task<ForecastView> MakeAsync(
        string name, LocalDate firstDay, Action<string> tell, CancellationToken token)
    {
        var forecast = await FindAsync(ground, name, token) ?? await AskAsync(name, firstDay, token);
        while (forecast.State is ForecastState.Queued or ForecastState.Running)
        {
            tell(string.Create(CultureInfo.InvariantCulture,
                $"{forecast.Done} planning groups from {firstDay:uuuu-MM-dd} on"));
            await Task.Delay(Look, ground.Time, token);
            forecast = await ground.Planner.GetAsync<ForecastView>($"/forecasts/{forecast.Id}", token);
        }

        return forecast.State == ForecastState.Done
            ? forecast
            : throw new StartRefusedException(
                $"The forecast {forecast.Name} ended as {forecast.State}: {forecast.Sentence}",
                ground.Advice);
    }

    private Task<ForecastView> AskAsync(string name, LocalDate firstDay, CancellationToken token) =>
        ground.Planner.PostAsync<ForecastView>(
            "/forecasts",
            new NewForecastBody(ground.BusinessUnit, name, ground.Content.Build.Weeks, firstDay), token);
}
