using System.Text.Json;
using Muster.Browser.Tests.People;
using Muster.Browser.Tests.Schedule;

namespace Muster.Browser.Tests.Publishing;

/// <summary>A unit in Berlin with two agents who have accounts, activity codes, and drafts for tomorrow.</summary>
internal sealed class PublishingStage
{
    private readonly ApiSession _ada;
    private readonly Company _company;

    private readonly Codes _codes;

    private PublishingStage(ApiSession ada, Company company, Codes codes) =>
        (_ada, _company, _codes) = (ada, company, codes);

    public string Unit => _company.Part;

    /// <summary>Who may sign in and see a schedule of their own.</summary>
    public ApiSession Ann { get; private set; } = null!;

    public string AnnId { get; private set; } = "";

    public string BoId { get; private set; } = "";

    /// <summary>In Berlin.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Europe/Berlin"));

    public static async Task<PublishingStage> SetAsync(DemoNode demo)
    {
        var ada = await demo.SessionAsync("ada");
        var company = await Company.FoundAsync(ada);
        var stage = new PublishingStage(ada, company, await Codes.MakeAsync(ada, company.Unit));
        var person = await demo.NewPersonAsync("Agent");
        stage.Ann = await ApiSession.SignInAsync(demo.Address, person.UserName, person.FirstPassword);
        await stage.Ann.PostAsync(
            "/session/password", new { current_password = person.FirstPassword, new_password = DemoNode.Password });
        stage.AnnId = await Crew.HireAsync(ada, company, "Ann", null, person.UserName);
        stage.BoId = await Crew.HireAsync(ada, company, "Bo", null);
        return stage;
    }

    /// <summary>A shift of a day, by Berlin's clock, published at once.</summary>
    public Task<JsonElement> ChangeAsync(string agent, int day, string from, int minutes = 480) =>
        _ada.PostAsync($"/schedules/units/{Unit}/edits", new { edits = new[] { Shift(agent, day, from, minutes) } });

    /// <returns>The id of a draft in which days are other than published.</returns>
    public async Task<string> DraftAsync(params (string Agent, int Day, string From)[] shifts)
    {
        var draft = (await _ada.PostAsync("/schedules/drafts", new
        {
            management_unit_id = Unit,
            name = "Next weeks",
            first_day = $"{Today:yyyy-MM-dd}",
            days = 28,
        })).GetProperty("id").GetString()!;
        var edits = shifts.Select(shift => Shift(shift.Agent, shift.Day, shift.From, 480));
        await _ada.PostAsync($"/schedules/drafts/{draft}/edits", new { edits });
        return draft;
    }

    public string PublishPath(string draft) => $"/schedule/publish?site={Unit}&draft={draft}";

    private object Shift(string agent, int day, string from, int minutes)
    {
        var date = Today.AddDays(day);
        var clock = date.ToDateTime(TimeOnly.ParseExact(from, "HH:mm"));
        var offset = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(clock);
        var start = new DateTimeOffset(clock, offset);
        var activities = new[]
        {
            new { layer = "work", start, minutes, activity_code_id = _codes.Phone },
            new { layer = "inside", start = start.AddHours(3), minutes = 30, activity_code_id = _codes.Lunch },
        };
        return new { op = "replace", agent_id = agent, day = $"{date:yyyy-MM-dd}", activities };
    }
}
