using Muster.Browser.Tests.People;
using Muster.Testing;

namespace Muster.Browser.Tests.Forecast;

/// <summary>
/// A business unit of one's own with a planning group, eight weeks of its history, and a forecast of two more.
/// </summary>
internal sealed record ForecastStage(Company Company, string Group, string Forecast)
{
    private const int Weeks = 8;
    private const int DaysPerWeek = 7;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly DateOnly Begin = new(2026, 3, 2);

    public string Unit => Company.Unit;

    /// <summary>Where its pages are.</summary>
    public string Path(string tab) => $"/forecast/{tab}?unit={Unit}&group={Group}&forecast={Forecast}";

    public static async Task<ForecastStage> SetAsync(ApiSession ada)
    {
        var company = await Company.FoundAsync(ada);
        var queue = company.Name;
        var group = await Company.MakeAsync(ada, "planning-groups", new
        {
            name = "Loans",
            business_unit_id = company.Unit,
            channel = "voice",
            queues = new[] { new { id = queue, name = queue } },
        });
        var rows = Rows(queue).ToList();
        await ada.PostAsync("/history/rows", new { business_unit_id = company.Unit, minutes = 30, rows });
        var asked = await ada.PostAsync(
            "/forecasts", new { business_unit_id = company.Unit, name = "Spring", weeks = 2 });
        var stage = new ForecastStage(company, group, asked.GetProperty("id").GetString()!);
        await Until.FineAsync(Patience, async () =>
        {
            var forecast = await ada.GetAsync($"/forecasts/{stage.Forecast}");
            return forecast.GetProperty("state").GetString() == "done" ? null : forecast.ToString();
        });
        return stage;
    }

    /// <summary>From 8 to 18 o'clock on weekdays, busier in the morning.</summary>
    private static IEnumerable<object> Rows(string queue)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        return Enumerable.Range(0, Weeks * DaysPerWeek).Select(Begin.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .SelectMany(day => Enumerable.Range(16, 20).Select(half =>
            {
                var local = day.ToDateTime(new TimeOnly(half / 2, half % 2 * 30));
                var contacts = half < 24 ? 60 : 30;
                return new
                {
                    queue,
                    start = new DateTimeOffset(local, berlin.GetUtcOffset(local)),
                    offered = contacts,
                    handled = contacts,
                    handle_seconds = contacts * 200.0,
                };
            }));
    }
}
