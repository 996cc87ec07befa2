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

    // Of a year in which every day of the forecast lies behind, whenever this is run.
    private static readonly DateOnly LongAgo = new(2025, 3, 3);

    public string Unit => Company.Unit;

    /// <summary>Where its pages are.</summary>
    public string Path(string tab) => $"/forecast/{tab}?unit={Unit}&group={Group}&forecast={Forecast}";

    public static Task<ForecastStage> SetAsync(ApiSession ada) => SetAsync(ada, Begin, "Loans");

    /// <summary>Of the week that begins with a day, and the next one; the history ends the day before.</summary>
    public static Task<ForecastStage> SetAsync(ApiSession ada, DateOnly monday) =>
        SetAsync(ada, monday.AddDays(-Weeks * DaysPerWeek), "Loans");

    /// <summary>With two planning groups that have the same history.</summary>
    public static Task<ForecastStage> SetTwoAsync(ApiSession ada) => SetAsync(ada, Begin, "Loans", "Cards");

    /// <summary>With a day of which is known what came until 13:00: a fifth more than forecast.</summary>
    /// <returns>And the day.</returns>
    public static async Task<(ForecastStage Stage, string Day)> SetBegunAsync(ApiSession ada)
    {
        var stage = await SetAsync(ada, LongAgo, "Loans");
        var day = LongAgo.AddDays(Weeks * DaysPerWeek + 1);
        var rows = Rows($"{stage.Company.Name} Loans", day, 1, 1.2).Take(10).ToList();
        await ada.PostAsync("/history/rows", new { business_unit_id = stage.Unit, minutes = 30, rows });
        return (stage, $"{day:yyyy-MM-dd}");
    }

    private static async Task<ForecastStage> SetAsync(ApiSession ada, DateOnly begin, params string[] names)
    {
        var company = await Company.FoundAsync(ada);
        var groups = new List<string>();
        foreach (var name in names)
        {
            var queue = $"{company.Name} {name}";
            groups.Add(await Company.MakeAsync(ada, "planning-groups", new
            {
                name,
                business_unit_id = company.Unit,
                channel = "voice",
                queues = new[] { new { id = queue, name = queue } },
            }));
            var rows = Rows(queue, begin, Weeks * DaysPerWeek).ToList();
            await ada.PostAsync("/history/rows", new { business_unit_id = company.Unit, minutes = 30, rows });
        }

        var asked = await ada.PostAsync(
            "/forecasts", new { business_unit_id = company.Unit, name = "Spring", weeks = 2 });
        var stage = new ForecastStage(company, groups[0], asked.GetProperty("id").GetString()!);
        await Until.FineAsync(Patience, async () =>
        {
            var forecast = await ada.GetAsync($"/forecasts/{stage.Forecast}");
            return forecast.GetProperty("state").GetString() == "done" ? null : forecast.ToString();
        });
        return stage;
    }

    /// <summary>From 8 to 18 o'clock on weekdays, busier in the morning.</summary>
    private static IEnumerable<object> Rows(string queue, DateOnly begin, int days, double factor = 1)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        return Enumerable.Range(0, days).Select(begin.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .SelectMany(day => Enumerable.Range(16, 20).Select(half =>
            {
                var local = day.ToDateTime(new TimeOnly(half / 2, half % 2 * 30));
                var contacts = (half < 24 ? 60 : 30) * factor;
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
