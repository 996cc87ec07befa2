using System.Text.Json;
using Muster.Server.Tests.Api.Organization;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.HistoryStage;

namespace Muster.Server.Tests.Adherence;

[Collection<OnHistoryStage>]
public sealed class AdherenceHistoryTests(HistoryStage stage)
{
    [Theory]
    [InlineData("agent", 2)]
    [InlineData("team", 2)]
    [InlineData("unit", 1)]
    [InlineData("day", 2)]
    [InlineData("agent_day", 3)]
    [InlineData("team_day", 3)]
    [InlineData("unit_day", 2)]
    [InlineData("interval", 48)]
    [InlineData("agent_interval", 80)]
    public async Task Rows_sum_up_to_all_that_is_stored_whatever_they_are_by(string by, int count)
    {
        var unit = await stage.UnitAsync();
        var (ann, bob) = (await stage.HireAsync(unit, "Ann"), await stage.HireAsync(unit, "Bob"));
        await stage.JoinAsync(ann, ("2026-01-01", await stage.TeamAsync(unit, "Early")));
        await stage.StoreAsync(ann, "2026-06-08T07:00Z", 32, adherent: 810);
        await stage.StoreAsync(bob, "2026-06-08T07:00Z", 32);
        await stage.StoreAsync(bob, "2026-06-09T07:00Z", 16, adherent: 0);

        var rows = await stage.RowsAsync(unit, by, "2026-06-08", "2026-06-09");

        Assert.Equal(count, rows.Count);
        Assert.Equal(80 * Quarter, rows.Sum(row => Seconds(row, "scheduled")));
        Assert.Equal(32 * 90 + 16 * Quarter, rows.Sum(row => Seconds(row, "out")));
        Assert.Equal(32 * 810 + 32 * Quarter, rows.Sum(row => Seconds(row, "work")));
    }

    [Fact]
    public async Task Percentages_are_those_of_the_sums()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit, "Ann");
        await stage.StoreAsync(ann, "2026-06-08T07:00Z", 30);
        await stage.StoreAsync(ann, "2026-06-09T07:00Z", 10, adherent: 0);

        var row = Assert.Single(await stage.RowsAsync(unit, "agent", "2026-06-08", "2026-06-09"));

        Assert.Equal(("75", "75"), (Percent(row, "adherence_percent"), Percent(row, "conformance_percent")));
        Assert.Equal((ann.ToString(), "Agent Ann"), (Text(row, "agent_id"), Text(row, "agent")));
    }

    [Fact]
    public async Task Days_are_those_of_the_unit_with_23_and_25_hours()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit, "Ann");
        await stage.StoreAsync(ann, "2026-03-27T00:00Z", 5 * 96);
        await stage.StoreAsync(ann, "2025-10-24T00:00Z", 5 * 96);

        var spring = await stage.RowsAsync(unit, "day", "2026-03-28", "2026-03-30");
        var autumn = await stage.RowsAsync(unit, "agent_day", "2025-10-25", "2025-10-27");
        var intervals = await stage.RowsAsync(unit, "interval", "2025-10-26", "2025-10-26");

        Assert.Equal([24, 23, 24], spring.Select(row => Seconds(row, "scheduled") / 3600));
        Assert.Equal([24, 25, 24], autumn.Select(row => Seconds(row, "scheduled") / 3600));
        Assert.Equal(["2025-10-25", "2025-10-26", "2025-10-27"], autumn.Select(row => Text(row, "day")));
        Assert.Equal(100, intervals.Count);
        Assert.Equal(
            DateTimeOffset.Parse("2025-10-25T22:00Z"), intervals[0].GetProperty("start").GetDateTimeOffset());
    }

    [Fact]
    public async Task Of_a_business_unit_each_unit_has_the_days_of_its_own_clock()
    {
        var (berlin, tokyo) = (await stage.UnitAsync(), await stage.UnitAsync("Asia/Tokyo"));
        var (ann, kei) = (await stage.HireAsync(berlin, "Ann"), await stage.HireAsync(tokyo, "Kei"));
        await stage.StoreAsync(ann, "2025-07-07T16:00Z", 4);
        await stage.StoreAsync(kei, "2025-07-07T16:00Z", 4);

        var rows = (await stage.RowsAsync(stage.Business, "unit_day", "2025-07-07", "2025-07-08"))
            .Select(row => (Text(row, "unit_id"), Text(row, "day")));
        var whole = (await stage.Client.GetAsync(Path(stage.Business, "day", "2025-07-07", "2025-07-08"))).Is(OK);

        Assert.Equal([(berlin.ToString(), "2025-07-07"), (tokyo.ToString(), "2025-07-08")], rows);
        Assert.Equal(["2025-07-07", "2025-07-08"], whole.Items.Select(row => Text(row, "day")));
        Assert.Equal(JsonValueKind.Null, whole.Body.GetProperty("time_zone").ValueKind);
    }

    [Theory]
    [InlineData("agent", 1)]
    [InlineData("agent_day", 2)]
    [InlineData("agent_day", 5)]
    [InlineData("agent_interval", 7)]
    public async Task Pages_follow_each_other_without_a_gap_and_without_a_double(string by, int limit)
    {
        var unit = await stage.UnitAsync();
        foreach (var name in (string[])["Cleo", "Ann", "Bob"])
        {
            var agent = await stage.HireAsync(unit, name);
            await stage.StoreAsync(agent, "2026-06-08T07:00Z", name == "Bob" ? 200 : 300, name.Length * 100);
        }

        var whole = (await stage.RowsAsync(unit, by, "2026-06-07", "2026-06-12")).Select(row => row.ToString());
        var paged = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = (await stage.Client.GetAsync(
                Path(unit, by, "2026-06-07", "2026-06-12", $"&limit={limit}{cursor}"))).Is(OK);
            Assert.True(page.Items.Count <= limit);
            paged.AddRange(page.Items.Select(row => row.ToString()));
            if (page.Body.GetProperty("next_cursor").GetString() is not { } next)
            {
                break;
            }

            cursor = $"&cursor={next}";
        }

        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task A_team_has_what_agents_did_while_they_were_in_it()
    {
        var unit = await stage.UnitAsync();
        var (early, late) = (await stage.TeamAsync(unit, "Early"), await stage.TeamAsync(unit, "Late"));
        var ann = await stage.HireAsync(unit, "Ann");
        await stage.JoinAsync(ann, ("2026-01-01", early), ("2026-06-09", late));
        await stage.StoreAsync(ann, "2026-06-08T07:00Z", 10);
        await stage.StoreAsync(ann, "2026-06-09T07:00Z", 20);

        var teams = await stage.RowsAsync(unit, "team", "2026-06-08", "2026-06-09");
        var days = await stage.RowsAsync(unit, "agent_day", "2026-06-08", "2026-06-09");
        var only = (await stage.Client.GetAsync(
            Path(unit, "agent", "2026-06-08", "2026-06-09", $"&team_id={early}"))).Is(OK).Items;

        Assert.Equal([("Early", 10), ("Late", 20)], teams.Select(row => (Text(row, "team"), Intervals(row))));
        Assert.Equal(["Early", "Late"], days.Select(row => Text(row, "team")));
        Assert.Equal(10, Intervals(Assert.Single(only)));
    }

    [Fact]
    public async Task Who_has_left_stays_in_history()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit, "Ann");
        await stage.StoreAsync(ann, "2026-06-08T07:00Z", 4);
        await stage.RunAsync(
            $"UPDATE agent SET removed_at = '2026-07-01Z', employed_to = '2026-07-01' WHERE id = '{ann}'");

        Assert.Equal("Agent Ann", Text(
            Assert.Single(await stage.RowsAsync(unit, "agent", "2026-06-01", "2026-06-30")), "agent"));
    }

    [Fact]
    public async Task What_is_not_stored_yet_and_what_is_judged_anew_is_told()
    {
        var unit = await stage.UnitAsync();
        var (ann, bob) = (await stage.HireAsync(unit, "Ann"), await stage.HireAsync(unit, "Bob"));
        await stage.RunAsync($"""
            INSERT INTO adherence_recount (agent_id, first_day, end_day)
            VALUES ('{ann}', '2026-05-01', '2026-06-03'), ('{bob}', '2026-06-30', '2026-07-04')
            """);

        var told = (await stage.Client.GetAsync(Path(unit, "agent", "2026-06-01", "2026-06-30"))).Is(OK).Body;
        var empty = (await stage.Client.GetAsync(Path(unit, "day", "1990-01-01", "2098-01-01"))).Is(OK).Body;

        Assert.Equal(3, told.GetProperty("recounting").GetInt64());
        Assert.Equal(
            DateTimeOffset.Parse("2026-11-01T00:00Z"), told.GetProperty("stored_until").GetDateTimeOffset());
        Assert.Equal(("Europe/Berlin", "2026-06-30"), (Text(told, "time_zone"), Text(told, "to")));
        Assert.Empty(empty.GetProperty("items").EnumerateArray());
        await stage.RunAsync("DELETE FROM adherence_recount");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_field()
    {
        var unit = await stage.UnitAsync();
        var team = await stage.TeamAsync(await stage.UnitAsync(), "Elsewhere");

        async Task<IReadOnlyList<string>> RefusedAsync(string by, string from, string to, string more = "") =>
            (await stage.Client.GetAsync(Path(unit, by, from, to, more))).Is(BadRequest).Fields;

        Assert.Equal(["by"], await RefusedAsync("moon", "2026-06-08", "2026-06-09"));
        Assert.Equal(["to"], await RefusedAsync("day", "2026-06-09", "2026-06-08"));
        Assert.Equal(["from", "to"], await RefusedAsync("day", "1066-01-01", "9999-12-31"));
        Assert.Equal(["format", "limit"], await RefusedAsync(
            "day", "2026-06-08", "2026-06-09", "&format=pdf&limit=5001"));
        Assert.Equal(["limit", "cursor"], await RefusedAsync(
            "day", "2026-06-08", "2026-06-09", "&format=csv&limit=5&cursor=abc"));
        Assert.Equal(["cursor"], await RefusedAsync("day", "2026-06-08", "2026-06-09", "&cursor=abc"));
        Assert.Equal(["team_id", "agent_id"], await RefusedAsync(
            "day", "2026-06-08", "2026-06-09", $"&team_id={team}&agent_id={Guid.NewGuid()}"));
        (await stage.Client.GetAsync(Path(Guid.NewGuid(), "day", "2026-06-08", "2026-06-09"))).Is(NotFound);
    }

    [Fact]
    public async Task A_supervisor_sees_the_history_of_her_own_unit_only()
    {
        var (own, other) = (await stage.UnitAsync(), await stage.UnitAsync());
        var (ann, bob) = (await stage.HireAsync(own, "Ann"), await stage.HireAsync(other, "Bob"));
        await stage.StoreAsync(ann, "2026-06-10T07:00Z", 1);
        await stage.StoreAsync(bob, "2026-06-10T07:00Z", 1);
        using var supervisor = await UnitHolder.SignedInAsync(
            stage.Node, "Supervisor", "management_unit", $"{own}", $"sue-{own:n}");

        foreach (var format in (string[])["json", "csv", "xlsx"])
        {
            var more = $"&format={format}";
            (await supervisor.GetAsync(Path(own, "day", "2026-06-08", "2026-06-09", more))).Is(OK);
            (await supervisor.GetAsync(Path(other, "day", "2026-06-08", "2026-06-09", more))).Is(NotFound);
            (await supervisor.GetAsync(
                $"/adherence/exceptions?unit_id={other}&from=2026-06-08&to=2026-06-09{more}")).Is(NotFound);
        }

        var seen = (await supervisor.GetAsync(Path(stage.Business, "agent", "2026-06-10", "2026-06-10"))).Is(OK).Items;
        Assert.Equal([ann.ToString()], seen.Select(row => Text(row, "agent_id")));
    }

    private static int Intervals(JsonElement row) => (int)(Seconds(row, "scheduled") / Quarter);
}
