using System.Text.Json;
using Muster.Browser.Tests.People;

namespace Muster.Browser.Tests.Schedule;

/// <summary>
/// A management unit in Berlin with activity codes, some agents with a shift on each weekday and a draft of four weeks.
/// </summary>
internal sealed record DraftStage(
    Company Company, string Draft, IReadOnlyList<string> Agents, Codes Codes, string First)
{
    /// <summary>A Monday in summer: Berlin is two hours ahead.</summary>
    public const string Monday = "2026-06-08";

    private const int DaysWorked = 5;

    public string Path =>
        $"/schedule/edit?unit={Company.Unit}&site={Company.Part}&draft={Draft}&date={First}&view=week";

    /// <summary>Where the published schedule of the same days is.</summary>
    public string PublishedPath => Path.Replace($"draft={Draft}", "draft=published", StringComparison.Ordinal);

    public static async Task<DraftStage> SetAsync(ApiSession ada, int agents = 3) =>
        await SetAsync(ada, await Company.FoundAsync(ada), agents, Monday);

    /// <summary>In a company that is there already, from another Monday of summer.</summary>
    public static async Task<DraftStage> SetAsync(ApiSession ada, Company company, int agents, string monday)
    {
        var codes = await Codes.MakeAsync(ada, company.Unit);
        var figures = new PlanFigures(
            new Bounds(240, 600), new Bounds(240, 2700), new Bounds(1, 5), new Bounds(240, 630), ("06:00", "22:00"));
        var hired = await Crew.HireAsync(ada, company, figures, agents);
        var draft = await ada.PostAsync("/schedules/drafts", new
        {
            management_unit_id = company.Part,
            name = "June",
            first_day = monday,
            days = 28,
        });
        var stage = new DraftStage(company, draft.GetProperty("id").GetString()!, hired, codes, monday);
        await stage.EditAsync(ada, [.. hired.SelectMany(agent => Enumerable.Range(0, DaysWorked).Select(day =>
            stage.Shift(agent, day)))]);
        return stage;
    }

    /// <summary>What the draft's days are, as the server has them: "work 09:00 480, inside 12:00 30".</summary>
    public Task<string> ReadAsync(ApiSession ada, int agent, int day = 0) =>
        ReadAsync(ada, $"&draft_id={Draft}", agent, day);

    /// <summary>The same of what is published.</summary>
    public Task<string> ReadPublishedAsync(ApiSession ada, int agent, int day = 0) => ReadAsync(ada, "", agent, day);

    private async Task<string> ReadAsync(ApiSession ada, string of, int agent, int day)
    {
        var grid = await ada.GetAsync(
            $"/schedules/grid?management_unit_id={Company.Part}&from={First}&days=28{of}");
        var numbers = grid.GetProperty("agents").EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == Agents[agent])
            .GetProperty("days").EnumerateArray()
            .Select(one => one.EnumerateArray().Select(number => number.GetInt32()).ToArray())
            .SingleOrDefault(one => one[0] == day) ?? [];
        return string.Join(", ", numbers.Skip(3).Chunk(4).Select(one =>
            $"{Layers[one[0]]} {Clock(one[1] - (day * 24 * 60))} {one[2]}"));
    }

    public Task<JsonElement> EditAsync(ApiSession who, params object[] edits) =>
        who.PostAsync($"/schedules/drafts/{Draft}/edits", new { edits });

    /// <summary>All that the draft has counts from now on.</summary>
    public Task<JsonElement> PublishAsync(ApiSession who) =>
        who.PostAsync("/schedules/publish", new { schedule_id = Draft });

    /// <summary>Nine to half past five, with lunch at half past twelve.</summary>
    public object Shift(string agent, int day) => With(agent, day,
        Activity("work", "09:00", 510, Codes.Phone, day), Activity("inside", "12:30", 30, Codes.Lunch, day));

    /// <summary>A short shift in the afternoon.</summary>
    public object LateShift(string agent, int day) =>
        With(agent, day, Activity("work", "14:00", 300, Codes.Phone, day));

    public object Free(string agent, int day) => With(agent, day);

    private object With(string agent, int day, params object[] activities) =>
        new { op = "replace", agent_id = agent, day = Day(day), activities };

    private string Day(int day) => DateOnly.ParseExact(First, "yyyy-MM-dd").AddDays(day).ToString("yyyy-MM-dd");

    private static readonly string[] Layers = ["work", "inside", "time_off"];

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private object Activity(string layer, string clock, int minutes, string code, int day) =>
        new { layer, start = $"{Day(day)}T{clock}:00+02:00", minutes, activity_code_id = code };
}
