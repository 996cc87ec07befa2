using System.Globalization;
using Muster.Domain.Demand;
using Muster.Server.Api;
using Muster.Server.Api.Demand;

namespace Muster.Server.Demo.Steps;

/// <summary>Has the weeks forecast, of all planning groups.</summary>
internal sealed class ForecastStep(CentreGround ground) : ICentreStep
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public string Title => "Forecast";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var forecast = await FindAsync(ground, token) ?? await AskAsync(token);
        while (forecast.State is ForecastState.Queued or ForecastState.Running)
        {
            tell(string.Create(CultureInfo.InvariantCulture, $"{forecast.Done} planning groups are forecast"));
            await Task.Delay(Look, ground.Time, token);
            forecast = await ground.Planner.GetAsync<ForecastView>($"/forecasts/{forecast.Id}", token);
        }

        return forecast.State == ForecastState.Done
            ? string.Create(CultureInfo.InvariantCulture,
                $"{forecast.Weeks} weeks from {forecast.FirstDay:uuuu-MM-dd} of {forecast.Done} planning groups")
            : throw new StartRefusedException(
                $"The forecast {forecast.Name} ended as {forecast.State}: {forecast.Sentence}",
                "Maybe begin anew with muster demo --reset.");
    }

    /// <summary>The forecast that is made or being made; null: there is none.</summary>
    public static async Task<ForecastView?> FindAsync(CentreGround ground, CancellationToken token)
    {
        var forecasts = await ground.Planner.GetAsync<Page<ForecastView>>(
            $"/forecasts?business_unit_id={ground.BusinessUnit}&limit={PageRequest.MaxLimit}", token);
        return forecasts.Items.FirstOrDefault(forecast => forecast.Name == ground.PlanName
            && forecast.State is not (ForecastState.Failed or ForecastState.Cancelled));
    }

    private Task<ForecastView> AskAsync(CancellationToken token) => ground.Planner.PostAsync<ForecastView>(
        "/forecasts",
        new NewForecastBody(ground.BusinessUnit, ground.PlanName, ground.Content.Build.Weeks, ground.Monday),
        token);
}
