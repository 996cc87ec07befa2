using System.Globalization;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

/// <summary>Many planners at once: each change is there in the end, and nobody is refused for another's.</summary>
public sealed class ConcurrencyTests
{
    private const int Editors = 20;
    private const int SlotMinutes = 5;

    // MUSTER_EDITS=500 makes them ten thousand.
    private static readonly int EditsOfEach = int.Parse(
        Environment.GetEnvironmentVariable("MUSTER_EDITS") ?? "15", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Of_many_editors_of_one_draft_no_edit_is_lost()
    {
        await using var stage = await SetAsync(nodes: 2);
        var agents = new[] { await stage.HireAsync("Ann"), await stage.HireAsync("Bob") };
        var draft = await stage.DraftAsync();

        await Task.WhenAll(Enumerable.Range(0, Editors).Select(async editor =>
        {
            for (var edit = 0; edit < EditsOfEach; edit++)
            {
                var mark = (edit * Editors) + editor;
                var edits = new[] { Mark(stage, agents[mark % 2], mark / 2) };
                (await stage.Clients[mark % 2].PostAsync($"/schedules/drafts/{draft}/edits", new { edits })).Is(OK);
            }
        }));

        var all = Editors * EditsOfEach;
        Assert.Equal(all, await CountAsync(stage, $"&draft_id={draft}"));
        Assert.Equal(all + 1, (await stage.Client.GetAsync($"/schedules/drafts/{draft}")).Is(OK).Body
            .GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Sixty_four_who_publish_at_once_into_one_unit_are_all_heard()
    {
        await using var stage = await SetAsync(nodes: 2);
        var ann = await stage.HireAsync("Ann");
        var drafts = new List<Guid>();
        for (var number = 0; number < 64; number++)
        {
            drafts.Add(await stage.DraftAsync());
            (await stage.EditAsync(drafts[^1], Mark(stage, ann, number * 2))).Is(OK);
        }

        var answers = await Task.WhenAll(drafts.Select((draft, number) =>
            stage.Clients[number % 2].PostAsync("/schedules/publish", new { schedule_id = draft })));

        Assert.All(answers, answer => Assert.True(answer.Status is OK or Accepted, answer.Text));
        Assert.Equal(64, await CountAsync(stage));
        Assert.Equal(
            Enumerable.Range(1, 64).Select(version => (long)version),
            answers.Select(answer => answer.Body.GetProperty("version").GetInt64()).Order());
    }

    [Fact]
    public async Task A_weekly_publish_while_single_days_are_edited_is_no_conflict()
    {
        await using var stage = await SetAsync(nodes: 2);
        var agents = new List<Guid>();
        for (var number = 0; number < 40; number++)
        {
            agents.Add(await stage.HireAsync($"{number:00}"));
        }

        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, [.. agents.SelectMany(agent => Enumerable.Range(0, 7).Select(day =>
            stage.Shift(agent, "06:00", 480, day)))])).Is(OK);
        using var stop = new CancellationTokenSource();
        var edits = Enumerable.Range(0, 4).Select(async editor =>
        {
            var done = 0;
            for (; !stop.IsCancellationRequested; done++)
            {
                var agent = agents[(editor * 10) + (done % 10)];
                var slot = (15 * 60 / SlotMinutes) + (done / 10 * 2);
                (await stage.ChangeAsync(stage.Clients[editor % 2], Mark(stage, agent, slot))).Is(OK);
            }

            return done;
        }).ToList();

        var published = await stage.PublishAsync(draft);
        await stop.CancelAsync();
        var edited = (await Task.WhenAll(edits)).Sum();

        Assert.True(published.Status is OK or Accepted, published.Text);
        Assert.Equal(280, published.Body.GetProperty("agent_days").GetInt32());
        Assert.Equal(280 + edited, await CountAsync(stage));
    }

    [Fact]
    public async Task Who_publishes_a_draft_and_who_edits_what_is_published_never_wait_for_each_other_for_ever()
    {
        await using var stage = await SetAsync(nodes: 2);
        Guid[] agents = [await stage.HireAsync("Ann"), await stage.HireAsync("Bob"), await stage.HireAsync("Cleo")];
        const int Rounds = 20;
        for (var round = 0; round < Rounds; round++)
        {
            // Every other day is published already; each edit is of one that is and of one that is not.
            var first = round * 4;
            (await stage.ChangeAsync([.. agents.SelectMany(agent =>
                new[] { 0, 2 }.Select(day => stage.Shift(agent, "08:00", 480, first + day)))])).Is(OK);
            var draft = await stage.DraftAsync(new { first_day = Day(first) });
            (await stage.EditAsync(draft, [.. agents.SelectMany(agent =>
                Enumerable.Range(first, 4).Select(day => stage.Shift(agent, "12:00", 300, day)))])).Is(OK);

            var edits = Enumerable.Range(0, 6).Select(edit => stage.ChangeAsync(
                stage.Clients[edit % 2],
                stage.Shift(agents[edit % 3], "06:00", 240, first + (edit % 2 * 2)),
                stage.Shift(agents[(edit + 1) % 3], "06:00", 240, first + 1 + (edit % 2 * 2))));
            var answers = await Task.WhenAll([.. edits, stage.PublishAsync(draft, new { force_publish = true })]);

            Assert.All(answers, answer => Assert.True(answer.Status is OK or Accepted, answer.Text));
        }
    }

    /// <summary>Five minutes of work at a place of their own, two days long at most.</summary>
    private static object Mark(ScheduleStage stage, Guid agent, int slot)
    {
        var (day, minute) = (slot * SlotMinutes / (24 * 60), slot * SlotMinutes % (24 * 60));
        return new
        {
            op = "add",
            agent_id = agent,
            day = Day(day),
            start = At($"{minute / 60:00}:{minute % 60:00}", day),
            minutes = SlotMinutes,
            activity_code_id = stage.Work,
        };
    }

    private static async Task<int> CountAsync(ScheduleStage stage, string more = "") =>
        (await stage.GridAsync(more, 28)).GetProperty("agents").EnumerateArray()
        .Sum(agent => agent.GetProperty("days").EnumerateArray().Sum(day => (day.GetArrayLength() - 3) / 4));
}
