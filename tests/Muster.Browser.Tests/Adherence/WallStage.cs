using System.Globalization;
using Muster.Browser.Tests.People;
using Muster.Browser.Tests.Schedule;

namespace Muster.Browser.Tests.Adherence;

/// <summary>Agents in Berlin who are scheduled on the telephone now, and what the telephone tells of them.</summary>
internal sealed class WallStage
{
    private readonly ApiSession _ada;
    private readonly Company _company;
    private int _position;

    private WallStage(ApiSession ada, Company company) => (_ada, _company) = (ada, company);

    public string Source { get; } = Unique.Name("acd");

    public string Path => $"/adherence/now?unit={_company.Part}";

    /// <param name="names">First names; the agents are called Holm, and events call them by their first names.</param>
    public static async Task<WallStage> SetAsync(ApiSession ada, params string[] names)
    {
        var company = await Company.FoundAsync(ada);
        var codes = await Codes.MakeAsync(ada, company.Unit);
        var stage = new WallStage(ada, company);
        await ada.PutAsync($"/adherence/rules/{company.Unit}/entries/always", 0, new
        {
            mappings = new[] { stage.Mapping("Ready", "on_queue"), stage.Mapping("Pause", "break") },
        });
        var shifts = new List<object>();
        foreach (var name in names)
        {
            shifts.Add(Shift(await Crew.HireAsync(ada, company, name, null, name), codes.Phone));
        }

        await ada.PostAsync($"/schedules/units/{company.Part}/edits", new { edits = shifts });
        return stage;
    }

    /// <summary>An agent is in a state since so many minutes ago.</summary>
    public Task TellAsync(string agent, string state, int minutesAgo) => _ada.TellAsync(
        $"/events?source={Source}&tenant_id={_company.Tenant}",
        $$"""{"position":{{++_position}},"at":"{{Text(minutesAgo)}}","agent":"{{agent}}","state":"{{state}}"}""");

    /// <summary>Somebody whom events call so.</summary>
    public Task HireAsync(string name) => Crew.HireAsync(_ada, _company, name, null, name);

    private object Mapping(string state, string countsAs) => new { source = Source, state, counts_as = countsAs };

    // From two hours ago, for ten.
    private static object Shift(string agent, string code) => new
    {
        op = "replace",
        agent_id = agent,
        day = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow.AddHours(-2), "Europe/Berlin")
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        activities = new[] { new { layer = "work", start = Text(120), minutes = 600, activity_code_id = code } },
    };

    private static string Text(int minutesAgo) =>
        DateTime.UtcNow.AddMinutes(-minutesAgo).ToString("yyyy-MM-ddTHH:mm:00Z", CultureInfo.InvariantCulture);
}
