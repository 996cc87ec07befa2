using Muster.Browser.Tests.Forecast;
using Muster.Browser.Tests.People;
using Muster.Testing;

namespace Muster.Browser.Tests.Schedule;

/// <summary>A forecast of one's own, twelve people with a work plan to meet it, and a build for them.</summary>
internal sealed record ScheduleStage(ForecastStage Forecast, string Build)
{
    private const int People = 12;

    private static readonly string[] Names =
        ["Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal", "Ida", "Jon", "Kai", "Lea"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Path => $"/schedule?unit={Forecast.Unit}&build={Build}";

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
        var plan = await Company.MakeAsync(ada, "work-plans", new
        {
            name = "Full time",
            business_unit_id = forecast.Unit,
            paid_minutes_per_day = new { min = 480, max = 480 },
            paid_minutes_per_week = new { min = 2400, max = 2400 },
            working_days_per_week = new { min = 5, max = 5 },
            shift_minutes = new { min = 480, max = 480 },
            earliest_start = "07:00",
            latest_stop = "20:00",
        });
        for (var person = 0; person < People; person++)
        {
            var agent = new
            {
                first_name = Names[person],
                last_name = "Holm",
                management_unit_id = forecast.Company.Part,
                work_plan_id = plan,
                from = "2026-01-01",
                reinstate_on = "2026-01-01",
            };
            await ada.PostAsync("/people", new { tenant_id = forecast.Company.Tenant, agent });
        }

        return forecast;
    }
}
