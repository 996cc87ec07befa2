using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

public sealed class BreachTests
{
    [Fact]
    public async Task Rules_that_days_break_are_listed_for_the_agents_and_days_that_are_asked_for()
    {
        await using var stage = await SetAsync();
        var (ann, bea) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bea"));
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480), stage.Shift(bea, "04:00", 480))).Is(OK);
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "05:00", 480), stage.Shift(ann, "05:00", 480, 7))).Is(OK);

        Assert.Empty(await AskAsync(stage, $"&agent_id={ann}"));
        Assert.Equal(
            ["Agent Bea starts at 04:00, before 06:00 (2026-06-08)."], await AskAsync(stage, $"&agent_id={bea}"));
        Assert.Equal(
            ["Agent Ann starts at 05:00, before 06:00 (2026-06-08)."],
            await AskAsync(stage, $"&agent_id={ann}&draft_id={draft}"));
    }

    [Fact]
    public async Task The_rules_that_a_draft_breaks_are_counted_for_whoever_it_changes()
    {
        await using var stage = await SetAsync();
        var (ann, bea) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bea"));
        (await stage.ChangeAsync(stage.Shift(bea, "04:00", 480))).Is(OK);
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "05:00", 480), stage.Shift(ann, "05:00", 480, 7))).Is(OK);

        var broken = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/breaches")).Is(OK);

        Assert.Equal(("2", "1"), (broken.At("count"), broken.At("agents")));
        Assert.Equal(
            ["Agent Ann starts at 05:00, before 06:00 (2026-06-08).",
                "Agent Ann starts at 05:00, before 06:00 (2026-06-15)."],
            broken.Items.Select(breach => breach.GetProperty("sentence").GetString()));
    }

    [Fact]
    public async Task A_question_for_nobody_or_of_a_strange_draft_is_refused()
    {
        await using var stage = await SetAsync();
        var ask = $"/schedules/breaches?management_unit_id={stage.Unit}&from={Monday}&agent_id={Guid.NewGuid()}";

        Assert.Empty((await stage.Client.GetAsync(ask)).Is(OK).Items);
        (await stage.Client.GetAsync($"{ask}&draft_id={Guid.NewGuid()}")).Is(NotFound);
        (await stage.Client.GetAsync($"{ask}&days=57")).Is(BadRequest);
        (await stage.Client.GetAsync($"/schedules/breaches?management_unit_id={stage.Unit}&from={Monday}"))
            .Is(BadRequest);
    }

    private static async Task<IReadOnlyList<string>> AskAsync(ScheduleStage stage, string more) =>
    [
        .. (await stage.Client.GetAsync(
                $"/schedules/breaches?management_unit_id={stage.Unit}&from={Monday}&days=7{more}"))
            .Is(OK).Items.Select(breach => breach.GetProperty("sentence").GetString()!),
    ];
}
