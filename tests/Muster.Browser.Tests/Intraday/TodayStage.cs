using System.Globalization;
using System.Text.Json;
using Muster.Browser.Tests.People;
using Muster.Browser.Tests.Schedule;
using Muster.Testing;

namespace Muster.Browser.Tests.Intraday;

/// <summary>
/// A business unit that is open day and night, with a forecast of today, statistics up to now with a fifth more, and
/// agents who have been on the telephone for two hours.
/// </summary>
internal sealed record TodayStage(Company Company, string Group)
{
    private const int Weeks = 5;
    private const int HalvesPerDay = 48;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Path => $"/today?unit={Company.Unit}&group={Group}";

    public static async Task<TodayStage> SetAsync(ApiSession ada)
    {
        var company = await Company.FoundAsync(ada);
        var queue = $"{company.Name} loans";
        var stage = new TodayStage(company, await Company.MakeAsync(ada, "planning-groups", new
        {
            name = "Loans",
            business_unit_id = company.Unit,
            channel = "voice",
            queues = new[] { new { id = queue, name = "Loans" } },
        }));
        var rows = Enumerable.Range(1, Weeks * 7 * HalvesPerDay).Select(half => new
        {
            queue,
            start = Midnight().AddMinutes(-30 * half),
            offered = VolumeAt(half),
            handled = VolumeAt(half),
            handle_seconds = VolumeAt(half) * 200,
        }).ToList();
        await ada.PostAsync("/history/rows", new { business_unit_id = company.Unit, minutes = 30, rows });
        await ForecastAsync(ada, company.Unit);
        await PeopleAsync(ada, company);
        await StatisticsAsync(ada, company, queue);
        return stage;
    }

    /// <summary>Busy at noon, quiet at night.</summary>
    private static double VolumeAt(int half) =>
        Math.Round(30 - (22 * Math.Cos(2 * Math.PI * half / HalvesPerDay)));

    private static async Task ForecastAsync(ApiSession ada, string unit)
    {
        var asked = await ada.PostAsync("/forecasts", new { business_unit_id = unit, name = "Plan", weeks = 1 });
        await Until.FineAsync(Patience, async () =>
        {
            var forecast = await ada.GetAsync($"/forecasts/{asked.GetProperty("id").GetString()}");
            return forecast.GetProperty("state").GetString() == "done" ? null : forecast.ToString();
        });
    }

    private static async Task PeopleAsync(ApiSession ada, Company company)
    {
        var codes = await Codes.MakeAsync(ada, company.Unit);
        var shifts = new List<object>();
        foreach (var name in (string[])["Ann", "Bo", "Cleo", "Dan"])
        {
            shifts.Add(new
            {
                op = "replace",
                agent_id = await Crew.HireAsync(ada, company, name, null, name),
                day = Midnight().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                activities = new[]
                {
                    new { layer = "work", start = Text(Midnight()), minutes = 600, activity_code_id = codes.Phone },
                },
            });
        }

        await ada.PostAsync($"/schedules/units/{company.Part}/edits", new { edits = shifts });
    }

    private static Task<JsonElement> StatisticsAsync(ApiSession ada, Company company, string queue)
    {
        var halves = (int)(DateTimeOffset.UtcNow - Midnight()).TotalMinutes / 30;
        var lines = Enumerable.Range(0, halves).Select(half => JsonSerializer.Serialize(new
        {
            position = half + 1,
            queue,
            interval = Text(Midnight().AddMinutes(30 * half)),
            minutes = 30,
            offered = 1.2 * VolumeAt(half),
            answered = 1.1 * VolumeAt(half),
            abandoned = 0.1 * VolumeAt(half),
            handle_seconds = 1.1 * VolumeAt(half) * 215,
            answered_within = 0.9 * VolumeAt(half),
        }));
        return ada.TellAsync(
            $"/events?source={Unique.Name("acd")}&tenant_id={company.Tenant}", string.Join('\n', lines));
    }

    private static DateTimeOffset Midnight()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var day = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, berlin).Date;
        return new DateTimeOffset(day, berlin.GetUtcOffset(day));
    }

    // A plus sign would be written as an escape.
    private static string Text(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
