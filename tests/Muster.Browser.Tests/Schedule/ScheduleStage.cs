using Muster.Browser.Tests.Forecast;
using Muster.Testing;

namespace Muster.Browser.Tests.Schedule;

/// <summary>A forecast of one's own, twelve people with a work plan to meet it, and a build for them.</summary>
internal sealed record ScheduleStage(ForecastStage Forecast, string Build)
{
    private const int People = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Path => $"/schedule/builds?unit={Forecast.Unit}&build={Build}";

    /// <summary>With the build done.</summary>
    public static async Task<ScheduleStage> SetAsync(ApiSession ada)
    {
        var forecast = await HireAsync(ada);
        var asked = await ada.PostAsync("/builds", new
        {
            business_unit_id = forecast.Unit,
            name = "Schedules of spring",
            forecast_id = forecast.Forecast,
            first_day = "2026-04-27",
            weeks = 2,
            seconds = 2,
        });
        var stage = new ScheduleStage(forecast, asked.GetProperty("id").GetString()!);
        await Until.FineAsync(Patience, async () =>
        {
            var build = (await ada.GetAsync($"/builds/{stage.Build}")).GetProperty("build");
            return build.GetProperty("state").GetString() == "done" ? null : build.ToString();
        });
        return stage;
    }

    /// <summary>Everything that a build needs, and none yet.</summary>
    public static async Task<ForecastStage> HireAsync(ApiSession ada)
    {
        var forecast = await ForecastStage.SetAsync(ada);
        var figures = new PlanFigures(
            new Bounds(480, 480), new Bounds(2400, 2400), new Bounds(5, 5), new Bounds(480, 480), ("07:00", "20:00"));
        await Crew.HireAsync(ada, forecast.Company, figures, People);
        return forecast;
    }
}
