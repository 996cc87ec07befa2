using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

/// <summary>What an undo takes back, and what it does not.</summary>
public sealed class UndoTests
{
    [Fact]
    public async Task An_edit_that_was_published_is_not_undone_in_the_draft()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(bob, "08:00", 480))).Is(OK);
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);
        (await stage.PublishAsync(draft, new { agent_ids = new[] { ann } })).Is(OK);

        var refused = (await UndoAsync(stage, draft)).Is(Conflict);

        Assert.Contains("was published since, with version 1", refused.Detail, StringComparison.Ordinal);
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann, 0, $"&draft_id={draft}"));
        var first = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/edits")).Is(OK).Items[^1];
        (await UndoAsync(stage, draft, first.GetProperty("version").GetInt64())).Is(OK);
        Assert.Null(await stage.ReadAsync(bob, 0, $"&draft_id={draft}"));
    }

    [Fact]
    public async Task What_an_undo_took_back_stands_again_when_the_undo_is_taken_back()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        var over = $"&draft_id={draft}";
        var first = Version(await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480)));
        var second = Version(await stage.EditAsync(draft, stage.Shift(ann, "10:00", 480)));
        var third = Version(await UndoAsync(stage, draft, second));

        (await UndoAsync(stage, draft, third)).Is(OK);

        Assert.Equal("work 10:00 480 Phone", await stage.ReadAsync(ann, 0, over));
        (await UndoAsync(stage, draft, first)).Is(Conflict);
        (await UndoAsync(stage, draft, second)).Is(OK);
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann, 0, over));
    }

    [Fact]
    public async Task The_answer_says_what_the_day_is_now()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        (await stage.ChangeAsync(stage.Shift(ann, "07:00", 300))).Is(OK);
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);

        var undone = (await UndoAsync(stage, draft)).Is(OK).Body;

        var day = Assert.Single(undone.GetProperty("days").EnumerateArray());
        var activity = Assert.Single(day.GetProperty("activities").EnumerateArray());
        Assert.Equal(300, activity.GetProperty("minutes").GetInt32());
    }

    private static Task<TestAnswer> UndoAsync(ScheduleStage stage, Guid draft, long? version = null) =>
        stage.Client.PostAsync($"/schedules/drafts/{draft}/undo", new { version });

    private static long Version(TestAnswer answer) => answer.Is(OK).Body.GetProperty("version").GetInt64();
}
