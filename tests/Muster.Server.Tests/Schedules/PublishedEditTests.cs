using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

/// <summary>Edits of what is published, agents who move, and what cannot be.</summary>
public sealed class PublishedEditTests
{
    [Fact]
    public async Task An_edit_answers_the_days_as_they_are_published_then()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK);

        var edited = (await stage.ChangeAsync(stage.Shift(ann, "10:00", 480))).Is(OK).Body.GetProperty("edited");

        var day = Assert.Single(edited.GetProperty("days").EnumerateArray());
        Assert.Equal(2, day.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Who_moves_to_another_unit_takes_the_published_days_along_and_stays_in_earlier_versions()
    {
        await using var stage = await SetAsync();
        var south = await stage.MakeUnitAsync("South");
        var ann = await stage.HireAsync("Ann");
        var version = (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK).Body.GetProperty("version");
        var agent = (await stage.Client.GetAsync($"/people/{ann}")).Is(OK);
        (await stage.Client.PatchAsync(
            $"/people/{ann}", new { management_unit_id = south }, ("If-Match", agent.ETag))).Is(OK);

        var there = (await stage.Client.GetAsync(
            $"/schedules/grid?management_unit_id={south}&from={Monday}&days=7")).Is(OK).Body;
        Assert.Single(Assert.Single(there.GetProperty("agents").EnumerateArray()).GetProperty("days").EnumerateArray());
        Assert.Empty((await stage.GridAsync()).GetProperty("agents").EnumerateArray());
        var then = (await stage.GridAsync($"&version={version}")).GetProperty("agents").EnumerateArray();
        Assert.Single(Assert.Single(then).GetProperty("days").EnumerateArray());
    }

    [Theory]
    [InlineData("9999-12-31", "2026-06-08T09:00:00Z", 480, "day")]
    [InlineData("0001-01-01", "2026-06-08T09:00:00Z", 480, "day")]
    [InlineData("2026-06-08", "9999-12-31T23:59:00Z", 480, "start")]
    [InlineData("2026-06-08", "2026-06-08T09:00:00Z", int.MaxValue, "minutes")]
    [InlineData("1998-06-08", "1998-06-08T09:00:00Z", 480, "day")]
    public async Task What_no_schedule_can_hold_is_refused_by_its_field(
        string day, string start, int minutes, string field)
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        object edit = new
        {
            op = "add",
            agent_id = ann,
            day,
            layer = "work",
            start,
            minutes,
            activity_code_id = stage.Work,
        };

        Assert.Equal([$"edits[0].{field}"], (await stage.EditAsync(draft, edit)).Is(BadRequest).Fields);
        Assert.Equal([$"edits[0].{field}"], (await stage.ChangeAsync(edit)).Is(BadRequest).Fields);
        (await stage.Client.PostAsync("/schedules/drafts", new
        {
            management_unit_id = stage.Unit,
            name = "Far",
            first_day = "9999-12-31",
            days = 28,
        })).Is(BadRequest);
    }

    [Fact]
    public async Task A_night_that_goes_on_when_the_next_shift_starts_is_refused()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        (await stage.ChangeAsync(stage.Shift(ann, "06:00", 480, 1))).Is(OK);

        var refused = (await stage.ChangeAsync(stage.Shift(ann, "22:00", 600))).Is(BadRequest);

        Assert.Contains(
            "the shift of 2026-06-08 goes on when that of 2026-06-09 starts", refused.Text, StringComparison.Ordinal);
        (await stage.ChangeAsync(stage.Shift(ann, "22:00", 480))).Is(OK);
    }

    [Fact]
    public async Task What_is_kept_over_the_published_names_the_version_that_was_looked_at()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();

        var refused = (await stage.Client.PostAsync(
            $"/schedules/drafts/{draft}/settle",
            new { take = "keep_draft", days = new[] { new { agent_id = ann, day = Monday } } })).Is(BadRequest);

        Assert.Contains("version of the published day", refused.Text, StringComparison.Ordinal);
    }
}
