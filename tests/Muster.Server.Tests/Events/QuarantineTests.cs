using System.Text;
using FsCheck.Fluent;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Events;

public sealed class QuarantineTests
{
    [Fact]
    public async Task Bad_lines_are_told_and_kept_and_the_good_ones_go_in()
    {
        await using var stage = await EventStage.SetAsync();
        var later = stage.Begin.AddHours(24);

        var answer = (await stage.SendAsync(
            stage.Event(1), "garbage", """{"position":2,"at":"2026-01-01T00:00:00","agent":"1","state":"x"}""",
            stage.Event(3, "nobody"), stage.Event(4, "1", "x", ",\"colour\":1"), new string('x', 9000),
            $$"""{"position":6,"at":"{{later:yyyy-MM-ddTHH:mm:sszzz}}","agent":"1","state":"x"}""",
            """{"position":7,"at":"2019-01-01T00:00:00Z","agent":"1","state":"x"}""",
            $$"""{"position":8,"at":"{{stage.At(8)}}","login":"701","switch":"Paris","state":"x"}""",
            stage.Event(9))).Is(OK);

        Assert.Equal("2 0 8 0", EventStage.Counts(answer));
        string[] kinds =
        [
            "2 not_json ", "3 invalid at", "4 unknown_agent agent", "5 invalid colour", "6 too_long ",
            "7 from_future at", "8 too_old at", "9 unknown_switch switch",
        ];
        Assert.Equal(kinds, answer.Body.GetProperty("rejected").EnumerateArray().Select(line =>
            $"{line.GetProperty("line")} {line.GetProperty("kind")} {line.GetProperty("field")}"));
        var kept = (await stage.Client.GetAsync("/events/quarantine?limit=3")).Is(OK);
        var rest = (await stage.Client.GetAsync($"/events/quarantine?cursor={kept.At("next_cursor")}")).Is(OK);
        var ids = kept.Items.Concat(rest.Items).Select(row => row.GetProperty("id").GetInt64()).ToList();
        Assert.Equal((8, true), (ids.Distinct().Count(), ids.Order().SequenceEqual(ids)));
        Assert.Equal("8", (await stage.SourceAsync()).At("quarantined"));
    }

    [Fact]
    public async Task The_same_bad_line_is_kept_once_and_counted()
    {
        await using var stage = await EventStage.SetAsync();
        string[] bad = ["garbage", stage.Event(3, "nobody")];

        var first = (await stage.SendAsync([.. bad, "garbage"])).Is(OK);
        var again = (await stage.SendAsync(bad)).Is(OK);

        Assert.Equal(["0 1 2 0", "0 2 0 0"], [EventStage.Counts(first), EventStage.Counts(again)]);
        Assert.Equal([2, 3], (await stage.Client.GetAsync("/events/quarantine")).Items
            .Select(row => row.GetProperty("times").GetInt32()).Order());
    }

    [Theory]
    [InlineData("""{"position":7,"a\u0000":1}""")]
    [InlineData("""{"position":7,"WIDE":1}""")]
    [InlineData("""{"position":9000000000000000000,"at":"2026-03-02","agent":"1","state":"x"}""")]
    public async Task A_line_that_is_none_is_kept_and_does_not_say_how_far_the_source_is(string line)
    {
        await using var stage = await EventStage.SetAsync();
        var wide = string.Concat(Enumerable.Repeat("\U0001F600", 120)).Insert(0, "x");

        var answer = (await stage.SendAsync(
            stage.Event(1), line.Replace("WIDE", wide, StringComparison.Ordinal))).Is(OK);

        Assert.Equal(("1 0 1 0", "1"), (EventStage.Counts(answer), answer.At("last_position")));
        Assert.Single((await stage.Client.GetAsync("/events/quarantine")).Is(OK).Items);
    }

    [Fact]
    public async Task A_line_that_comes_again_and_is_right_leaves_the_quarantine()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Event(1), """{"position":2,"colour":"red"}""")).Is(OK);

        (await stage.SendAsync(stage.Event(2))).Is(OK);

        Assert.Empty((await stage.Client.GetAsync("/events/quarantine")).Is(OK).Items);
    }

    [Fact]
    public async Task A_replay_out_of_a_full_quarantine_drops_nothing()
    {
        await using var stage = await EventStage.SetAsync(1, 3, "Events:Quarantine=5");
        (await stage.SendAsync(Enumerable.Range(1, 5).Select(position => stage.Event(position)))).Is(OK);
        (await stage.SendAsync(Enumerable.Range(1, 5).Select(position => stage.Event(position, "nobody")))).Is(OK);
        var source = (await stage.SourceAsync()).At("id");
        (await stage.Client.PostAsync($"/events/sources/{source}/runs", null)).Is(OK);

        (await stage.Client.PostAsync("/events/quarantine/replay", null)).Is(OK);

        Assert.Equal(5, (await stage.Client.GetAsync("/events/quarantine")).Is(OK).Items
            .Count(row => row.GetProperty("kind").GetString() == "unknown_agent"));
    }

    [Fact]
    public async Task What_is_no_JSON_is_not_replayed()
    {
        await using var stage = await EventStage.SetAsync();
        var line = stage.Event(3).Replace("ready", "Paus\u00e9", StringComparison.Ordinal);
        using var latin = new ByteArrayContent(Encoding.Latin1.GetBytes(line));
        latin.Headers.ContentType = new("application/x-ndjson");
        (await stage.Client.SendAsync(HttpMethod.Post, "/events?source=acd", latin)).Is(OK);

        var replayed = (await stage.Client.PostAsync("/events/quarantine/replay", null)).Is(OK);

        Assert.Equal("0", replayed.At("lines"));
        Assert.Equal("0", (await stage.SourceAsync()).At("events"));
    }

    [Fact]
    public async Task A_full_quarantine_counts_what_it_does_not_keep()
    {
        await using var stage = await EventStage.SetAsync(1, 3, "Events:Quarantine=5");

        var answer = (await stage.SendAsync(
            Enumerable.Range(1, 8).Select(position => stage.Event(position, "nobody")))).Is(OK);
        var again = (await stage.SendAsync(stage.Event(1, "nobody"), stage.Event(9))).Is(OK);

        Assert.Equal(["0 0 5 3", "1 1 0 0"], [EventStage.Counts(answer), EventStage.Counts(again)]);
        Assert.Equal("3", (await stage.SourceAsync()).At("dropped"));
    }

    [Fact]
    public async Task Lines_of_an_agent_who_appears_are_replayed()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Event(1, "88"), stage.Event(2, "89"), stage.Event(3))).Is(OK);
        var agent = stage.Agent("88");
        await stage.HireAsync(agent);

        var replayed = (await stage.Client.PostAsync("/events/quarantine/replay?kind=unknown_agent", null)).Is(OK);
        var twice = (await stage.Client.PostAsync("/events/quarantine/replay", null)).Is(OK);

        Assert.Equal(["2", "1", "1"], [replayed.At("lines"), replayed.At("accepted"), replayed.At("left")]);
        Assert.Equal(["1", "0"], [twice.At("lines"), twice.At("accepted")]);
        var row = Assert.Single(await stage.Log.OfAgentAsync(agent.Id, stage.Begin, stage.Begin.AddHours(1), default));
        Assert.Equal((2, stage.Begin.AddSeconds(1)), (row.Seq, row.At));
        Assert.Single((await stage.Client.GetAsync("/events/quarantine")).Items);
    }

    [Fact]
    public async Task A_line_that_is_sent_again_when_it_can_be_used_leaves_the_quarantine()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Event(1, "88"), "{\"position\":2}", stage.Event(3))).Is(OK);
        await stage.HireAsync(stage.Agent("88"));

        var again = (await stage.SendAsync(stage.Event(1, "88"), stage.Event(2), stage.Event(3))).Is(OK);

        Assert.Equal("2 1 0 0", EventStage.Counts(again));
        Assert.Empty((await stage.Client.GetAsync("/events/quarantine")).Items);
    }

    [Fact]
    public async Task A_source_that_counts_anew_is_mended_with_a_run_and_a_replay()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Events(1, 100))).Is(OK);
        string[] fresh = [.. Enumerable.Range(1, 50).Select(position => stage.Event(position, "2", "anew"))];
        var used = (await stage.SendAsync(fresh)).Is(OK);
        var source = used.At("source_id");

        var early = (await stage.Client.PostAsync($"/events/quarantine/replay?source_id={source}", null)).Is(OK);
        (await stage.Client.PostAsync($"/events/sources/{source}/runs", null)).Is(OK);
        (await stage.SendAsync(stage.Event(60))).Is(OK);
        var replayed = (await stage.Client.PostAsync($"/events/quarantine/replay?source_id={source}", null)).Is(OK);
        var again = (await stage.SendAsync(fresh)).Is(OK);

        Assert.Equal("0 0 50 0", EventStage.Counts(used));
        Assert.Contains("has the source started anew?", used.Text, StringComparison.Ordinal);
        Assert.Equal(["0", "50"], [early.At("accepted"), replayed.At("accepted")]);
        Assert.Equal(["0 50 0 0", "60"], [EventStage.Counts(again), again.At("last_position")]);
        Assert.Equal(151, (await stage.ReadAsync()).Count);
        Assert.Empty((await stage.Client.GetAsync("/events/quarantine")).Items);
    }

    [Fact]
    public async Task Deleting_needs_to_say_what_and_is_in_the_audit_trail()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync("garbage", stage.Event(3, "nobody"))).Is(OK);

        (await stage.Client.DeleteAsync("/events/quarantine")).Is(BadRequest);
        (await stage.Client.DeleteAsync("/events/quarantine?kind=nonsense")).Is(BadRequest);
        var deleted = (await stage.Client.DeleteAsync("/events/quarantine?kind=not_json")).Is(OK);

        Assert.Equal("1", deleted.At("deleted"));
        Assert.Single((await stage.Client.GetAsync("/events/quarantine")).Items);
        Assert.NotEmpty((await stage.Client.GetAsync("/audit?entity=event%20quarantine")).Items);
    }

    [Fact]
    public async Task Lines_are_replayed_and_deleted_one_by_one_or_some_together()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(Enumerable.Range(1, 4).Select(position => stage.Event(position, "88")))).Is(OK);
        var ids = (await stage.Client.GetAsync("/events/quarantine")).Items
            .Select(row => row.GetProperty("id").GetInt64()).ToList();
        await stage.HireAsync(stage.Agent("88"));

        var replayed = (await stage.Client.PostAsync(
            $"/events/quarantine/replay?line_id={ids[0]}&line_id={ids[2]}", null)).Is(OK);
        var deleted = (await stage.Client.DeleteAsync($"/events/quarantine?line_id={ids[3]}")).Is(OK);
        var tooMany = await stage.Client.DeleteAsync(
            "/events/quarantine?" + string.Join('&', Enumerable.Range(1, 201).Select(id => $"line_id={id}")));

        Assert.Equal(["2", "2", "0", "1"], [
            replayed.At("lines"), replayed.At("accepted"), replayed.At("left"), deleted.At("deleted")]);
        Assert.Equal(["line_id"], tooMany.Is(BadRequest).Fields);
        Assert.Equal([2L], (await stage.Client.GetAsync("/events/quarantine")).Items
            .Select(row => row.GetProperty("position").GetInt64()));
    }

    [Fact]
    public async Task A_line_that_came_all_the_same_is_told_as_such_by_its_replay()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Event(1))).Is(OK);
        var source = (await stage.SendAsync(stage.Event(1, "2", "anew"))).Is(OK).At("source_id");
        (await stage.Client.PostAsync($"/events/sources/{source}/runs", null)).Is(OK);
        (await stage.SendAsync(stage.Event(1, "2", "anew"))).Is(OK);

        var replayed = (await stage.Client.PostAsync("/events/quarantine/replay", null)).Is(OK);

        Assert.Equal(["1", "0", "1", "0"], [
            replayed.At("lines"), replayed.At("accepted"), replayed.At("duplicates"), replayed.At("left")]);
        Assert.Empty((await stage.Client.GetAsync("/events/quarantine")).Items);
    }

    [Fact]
    public async Task A_source_that_was_not_heard_for_a_minute_is_told_as_silent()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Event(1))).Is(OK);
        var heard = await stage.SourceAsync();
        await stage.ScalarAsync("UPDATE event_source SET heard_at = heard_at - interval '90 seconds'");

        var silent = await stage.SourceAsync();

        Assert.Equal(["False", "True"], [heard.At("silent"), silent.At("silent")]);
        Assert.InRange(silent.Body.GetProperty("heard_seconds_ago").GetDouble(), 90, 150);
    }

    [Fact]
    public async Task A_source_is_heard_as_far_as_it_says_that_it_has_told()
    {
        await using var stage = await EventStage.SetAsync();

        (await SayAsync(stage, "1970-01-01T00:00:00Z")).Is(OK);
        var asked = await stage.SourceAsync();
        (await SayAsync(stage, stage.At(600), stage.Event(1))).Is(OK);
        var behind = await stage.SourceAsync();
        (await SayAsync(stage, stage.At(60), stage.Event(2), "garbage")).Is(OK);
        (await stage.Client.PostAsync("/events/quarantine/replay", null)).Is(OK);
        var still = await stage.SourceAsync();
        (await SayAsync(stage, stage.At(24 * 3600))).Is(OK);
        var present = await stage.SourceAsync();

        Assert.Equal(["", "False"], [asked.At("heard_at"), asked.At("silent")]);
        Assert.Equal(stage.Begin.AddSeconds(600), behind.Body.GetProperty("heard_at").GetDateTimeOffset());
        Assert.Equal(behind.At("heard_at"), still.At("heard_at"));
        Assert.Equal(["True", "False"], [behind.At("silent"), present.At("silent")]);
        (await SayAsync(stage, "soon")).Is(BadRequest);
    }

    private static Task<TestAnswer> SayAsync(EventStage stage, string until, params string[] lines) =>
        stage.Client.SendAsync(
            HttpMethod.Post, $"/events?source=acd&told_until={Uri.EscapeDataString(until)}",
            EventStage.Lines(string.Join('\n', lines)));

    [Fact]
    public async Task No_garbage_makes_it_fail_or_keeps_a_good_line_out()
    {
        await using var stage = await EventStage.SetAsync();
        var piece = Gen.Elements(
            "{", "}", "\"", ":", ",", "\0", "\ud83d\ude00", "position", "\"position\":1", "\"at\":", "null", "[", "]",
            "1e999", "\\ud800", "\"queue\":\"q\"", "\"minutes\":15.5", "\"state\":\"\"", " ", "\t", "\r", "é",
            "\"interval\":\"0001-01-01T00:00:00+14:00\"", "\"at\":\"9999-12-31T23:59:59-14:00\"");
        var garbage = Gen.ArrayOf(piece).Select(pieces => string.Concat(pieces).Replace("\n", "")).Sample(2_000, 30);
        var bytes = garbage.Select(Encoding.UTF8.GetBytes)
            .SelectMany((line, i) => (byte[])[.. line, .. i % 7 == 0 ? [(byte)0xff] : Array.Empty<byte>(), (byte)'\n'])
            .Concat(Encoding.UTF8.GetBytes(stage.Event(1_000)));

        var content = new ByteArrayContent([.. bytes]);
        content.Headers.ContentType = new("text/plain");
        var answer = (await stage.Client.SendAsync(HttpMethod.Post, "/events?source=acd", content)).Is(OK);
        (await stage.Client.PostAsync("/events/quarantine/replay", null)).Is(OK);

        Assert.Equal("1", answer.At("accepted"));
        Assert.Single(await stage.ReadAsync());
    }
}
