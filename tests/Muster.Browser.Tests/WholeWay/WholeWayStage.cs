using System.Globalization;
using System.Text.Json;
using Muster.Browser.Tests.Forecast;
using Muster.Browser.Tests.Schedule;

namespace Muster.Browser.Tests.WholeWay;

/// <summary>
/// A small company in Berlin this week: a forecast, five agents to build schedules for, and Amir, who has a published
/// meeting now and is ready for calls instead. Sofia supervises its one management unit and no other.
/// </summary>
internal sealed class WholeWayStage
{
    private static readonly Bounds FiveDays = new(5, 5);

    private WholeWayStage(ForecastStage forecast) => Forecast = forecast;

    public ForecastStage Forecast { get; }

    public string Wall => $"/adherence/now?unit={Forecast.Company.Part}";

    /// <summary>Today in Berlin.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public static DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    private static DateTimeOffset Now => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(
        DateTimeOffset.UtcNow, "Europe/Berlin");

    public static async Task<WholeWayStage> SetAsync(ApiSession ada)
    {
        var stage = new WholeWayStage(await ForecastStage.SetAsync(ada, Monday));
        var company = stage.Forecast.Company;
        var codes = await Codes.MakeAsync(ada, company.Unit);
        var figures = new PlanFigures(
            new Bounds(480, 480), new Bounds(2400, 2400), FiveDays, new Bounds(480, 480), ("07:00", "20:00"));
        await Crew.HireAsync(ada, company, figures, 5);
        await ada.PutAsync($"/adherence/rules/{company.Unit}/entries/always", 0, new
        {
            mappings = new[] { new { source = "acd", state = "Ready", counts_as = "on_queue" } },
        });
        var amir = await Crew.HireAsync(ada, company, "Amir", null, "amir");
        await ada.PostAsync($"/schedules/units/{company.Part}/edits", new { edits = new[] { Day(amir, codes) } });
        await ada.TellAsync(
            $"/events?source=acd&tenant_id={company.Tenant}",
            $$"""{"position":1,"at":"{{Text(Now.AddHours(-2))}}","agent":"amir","state":"Ready"}""");
        await LimitAsync(ada, "sofia", company.Part);
        return stage;
    }

    // On the telephone all day, but for a meeting: it began some minutes ago and goes on for two hours.
    private static object Day(string agent, Codes codes)
    {
        var midnight = new DateTimeOffset(Today.ToDateTime(TimeOnly.MinValue), Now.Offset);
        var quarters = (int)(Now - midnight).TotalMinutes / 15 * 15;
        var (start, meeting) = (Math.Max(0, quarters - 120), Math.Max(0, quarters - 30));
        return new
        {
            op = "replace",
            agent_id = agent,
            day = $"{Today:yyyy-MM-dd}",
            activities = new[]
            {
                Activity("work", midnight.AddMinutes(start), 480, codes.Phone),
                Activity("inside", midnight.AddMinutes(meeting), 120, codes.Meeting),
            },
        };
    }

    private static object Activity(string layer, DateTimeOffset start, int minutes, string code) =>
        new { layer, start = Text(start), minutes, activity_code_id = code };

    private static async Task LimitAsync(ApiSession ada, string userName, string unit)
    {
        var user = (await ada.GetAsync($"/users?search={userName}")).GetProperty("items").EnumerateArray().Single();
        await ada.PutAsync(
            $"/users/{user.GetProperty("id").GetString()}/grants", user.GetProperty("version").GetInt64(), new
            {
                grants = new[] { new { role_id = RoleOf(user), scope_kind = "management_unit", scope_id = unit } },
            });
    }

    private static string RoleOf(JsonElement user) =>
        user.GetProperty("grants").EnumerateArray().Single().GetProperty("role_id").GetString()!;

    // A plus sign would be written as an escape.
    private static string Text(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
