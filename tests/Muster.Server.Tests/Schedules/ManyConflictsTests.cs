using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Schedules;

/// <summary>However many days are in the way of a publish, an answer holds a bounded part of them.</summary>
public sealed class ManyConflictsTests
{
    private const int Agents = 12;
    private const int Days = 300;

    [Fact]
    public async Task A_publish_names_the_first_thousand_how_many_there_are_and_where_the_others_are_read()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var agents = await ManyDays.HireAsync(stage, Agents);
        (await stage.PublishAsync(await ManyDays.FillAsync(stage, 480, Days), new { wait = "committed" })).Is(OK);
        var draft = await ManyDays.FillAsync(stage, 300, Days, isStale: true);
        await MoveAwayAsync(stage, agents[3]);

        var refused = (await stage.PublishAsync(draft)).Is(Conflict);

        Assert.StartsWith("3600 days were changed in two places", refused.Detail, StringComparison.Ordinal);
        Assert.Equal($"{Agents * Days}", refused.At("conflict_count"));
        var all = Keys(refused.Body);
        Assert.Equal(1_000, all.Count);
        var more = refused.Body.GetProperty("more_conflicts").GetString()!;
        Assert.StartsWith(Root + $"/schedules/drafts/{draft}/differences?cursor=", more, StringComparison.Ordinal);
        for (var next = more[Root.Length..]; next is not null;)
        {
            var page = (await stage.Client.GetAsync(next)).Is(OK).Body;
            Assert.Equal(Agents * Days, page.GetProperty("conflict_count").GetInt32());
            all.AddRange(Keys(page));
            next = page.GetProperty("next_cursor").GetString() is { } cursor
                ? $"/schedules/drafts/{draft}/differences?limit=700&cursor={cursor}"
                : null;
        }

        Assert.Equal(all.Distinct().Order(StringComparer.Ordinal), all);
        Assert.Equal(Agents * Days, all.Count);
    }

    [Fact]
    public async Task A_page_is_at_most_a_thousand()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var draft = await stage.DraftAsync();

        var refused = await stage.Client.GetAsync($"/schedules/drafts/{draft}/differences?limit=1001");

        Assert.Equal(["limit"], refused.Is(BadRequest).Fields);
    }

    private const string Root = "/api/v2/wfm";

    private static List<string> Keys(JsonElement answer) =>
    [
        .. answer.GetProperty("conflicts").EnumerateArray().Select(conflict =>
            $"{conflict.GetProperty("agent_id").GetString()} {conflict.GetProperty("day").GetString()}"),
    ];

    private static async Task MoveAwayAsync(ScheduleStage stage, Guid agent)
    {
        var south = await stage.MakeUnitAsync("South");
        var version = (await stage.Client.GetAsync($"/people/{agent}")).Is(OK).ETag;
        var moved = new { management_unit_id = south };
        (await stage.Client.PatchAsync($"/people/{agent}", moved, ("If-Match", version))).Is(OK);
    }
}
