using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Scheduling;

public sealed class BuilderPoolTests
{
    [Fact]
    public async Task Slots_of_one_builder_take_each_part_once()
    {
        await using var stage = await BuildStage.SetAsync("Builder:Slots=4");
        await stage.HireAsync("1");

        for (var round = 0; round < 3; round++)
        {
            await stage.EndedAsync(await stage.AskAsync(new { seconds = 1, restarts = 8 }));
        }

        var database = stage.Demand.Node.Database;
        Assert.Equal("24", $"{await database.ScalarAsync("SELECT count(*) FROM muster.build_part")}");
        Assert.Equal("0", $"{await database.ScalarAsync("SELECT count(*) FROM muster.build_part WHERE claim <> 1")}");
    }

    [Fact]
    public async Task Who_builds_what_since_when_is_told_and_what_waits_can_be_cancelled()
    {
        await using var stage = await BuildStage.SetAsync("Builder:Slots=1");
        await stage.HireAsync("1");
        var first = await stage.AskAsync(new { seconds = 3600 });
        await stage.UntilAsync(first, build => BuildStage.StateOf(build) == "running");
        var late = await stage.AskAsync(new { name = "Late", priority = 1 });
        var urgent = await stage.AskAsync(new { name = "Urgent", priority = 9 });

        var pool = (await stage.Client.GetAsync("/system/builders")).Is(OK).Body;
        var builder = Assert.Single(pool.GetProperty("builders").EnumerateArray());
        Assert.Equal((1, 1), (builder.GetProperty("slots").GetInt32(), builder.GetProperty("busy").GetInt32()));
        Assert.Equal([urgent, first, late], Ids(pool));
        var running = pool.GetProperty("jobs")[1];
        var part = Assert.Single(running.GetProperty("parts").EnumerateArray());
        Assert.Equal("running", part.GetProperty("state").GetString());
        Assert.Equal(builder.GetProperty("node").GetString(), part.GetProperty("node").GetString());
        Assert.Equal(JsonValueKind.String, part.GetProperty("since").ValueKind);
        Assert.Equal(JsonValueKind.String, running.GetProperty("ends_by").ValueKind);
        Assert.Equal(JsonValueKind.Null, pool.GetProperty("jobs")[0].GetProperty("ends_by").ValueKind);

        (await stage.Client.PostAsync($"/builds/{late}/cancel", null)).Is(OK);
        (await stage.Client.PostAsync($"/builds/{first}/cancel", null)).Is(OK);
        Assert.Equal("done", BuildStage.StateOf(await stage.EndedAsync(urgent)));
        Assert.Empty(Ids((await stage.Client.GetAsync("/system/builders")).Is(OK).Body));
    }

    private static List<Guid> Ids(JsonElement pool) =>
        [.. pool.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetGuid())];
}
