using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Muster.Cluster;
using Muster.Server.Options;
using Muster.Server.Scheduling;
using Muster.Storage.Scheduling;
using Muster.Testing;
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

    [Fact]
    public async Task A_database_that_is_away_is_told_once_and_so_is_that_it_is_back()
    {
        await using var node = await TestNode.StartAsync("Builder:Slots=1");
        var (database, services) = (node.Database, node.Host.Services);
        await database.ScalarAsync("""
            CREATE SEQUENCE muster.tries;
            CREATE FUNCTION muster.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM nextval('muster.tries');
                RAISE EXCEPTION 'away' USING ERRCODE = 'query_canceled';
            END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON muster.builder FOR EACH ROW EXECUTE FUNCTION muster.refuse()
            """);
        var lines = new LogLines<BuilderPool>();
        using var pool = new BuilderPool(
            services.GetRequiredService<BuildStarting>(), services.GetRequiredService<BuildPartStore>(),
            services.GetRequiredService<ClusterNode>(), new BuilderOptions { Slots = 4 }, TimeProvider.System, lines);

        await pool.StartAsync(default);
        await database.UntilAsync("SELECT last_value >= 4 FROM muster.tries");
        await database.ScalarAsync("DROP TRIGGER refuse ON muster.builder");
        await Until.FineAsync(
            TimeSpan.FromSeconds(20), () => Task.FromResult(lines.All.Count > 1 ? null : "It is not back."));
        await pool.StopAsync(default);

        Assert.Equal(
            [(LogLevel.Warning, "Builds wait: 57014: away"),
                (LogLevel.Information, "Builds go on: the database answers again.")],
            lines.All.Select(line => (line.Level, line.Text)));
    }

    private static List<Guid> Ids(JsonElement pool) =>
        [.. pool.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetGuid())];
}
