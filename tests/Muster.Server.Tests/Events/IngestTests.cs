using System.IO.Pipelines;
using System.Text;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Storage;
using Muster.Storage.Events;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Events;

public sealed class IngestTests
{
    [Fact]
    public async Task Lines_are_in_the_log_when_they_are_answered()
    {
        await using var stage = await EventStage.SetAsync();

        var answer = (await stage.SendAsync(
            stage.Event(1, "1"), stage.Event(2, "2", "break", ",\"reason\":\"lunch\""), "")).Is(OK);

        Assert.Equal("2 0 0 0", EventStage.Counts(answer));
        Assert.Equal(("1", "2"), (answer.At("run"), answer.At("last_position")));
        var log = await stage.ReadAsync();
        Assert.Equal([1, 2], log.Select(row => row.Seq));
        Assert.Equal([stage.Begin.AddSeconds(1), stage.Begin.AddSeconds(2)], log.Select(row => row.At));
        var states = await stage.Service<EventStateStore>().ListAsync(0, default);
        Assert.Equal(
            [("ready", ""), ("break", "lunch")],
            log.Select(row => states.Single(state => state.Id == row.State))
                .Select(state => (state.State, state.Reason)));
    }

    [Fact]
    public async Task A_time_may_be_written_with_escapes_as_some_writers_do()
    {
        await using var stage = await EventStage.SetAsync();

        var line = stage.Event(1, "1");
        var escaped = stage.At(1).Replace("+", "\\u002B");
        var answer = (await stage.SendAsync(line.Replace(stage.At(1), escaped))).Is(OK);

        Assert.Equal("1 0 0 0", EventStage.Counts(answer));
        Assert.Equal(stage.Begin.AddSeconds(1), Assert.Single(await stage.ReadAsync()).At);
    }

    [Fact]
    public async Task An_agent_is_known_by_number_user_name_login_and_external_id()
    {
        await using var stage = await EventStage.SetAsync();
        var agent = stage.Agent("77");
        await stage.HireAsync(agent);
        await stage.ScalarAsync($"""
            INSERT INTO source (id, name, kind, settings, level, timeout_minutes, owned_by_wfm, brake_percent,
                brake_people, version)
            VALUES ('00000000-0000-7000-8000-000000000009', 's', 'import', '{"{}"}', 0, 0, '{"{}"}', 0, 0, 1);
            INSERT INTO identity (source_id, kind, external_id, entity_id)
            VALUES ('00000000-0000-7000-8000-000000000009', 'person', 'p-77', '{agent.Id}')
            """);
        string Line(int position, string who) =>
            $$"""{"position":{{position}},"at":"{{stage.At(1)}}","state":"ready",{{who}}}""";

        var answer = (await stage.SendAsync(
            Line(1, "\"agent\":\"77\""), Line(2, "\"agent\":\"aGENT.77\""), Line(3, "\"agent\":\"p-77\""),
            Line(4, "\"login\":\"7077\""), Line(5, "\"login\":\"7077\",\"switch\":\"berlin acd\""))).Is(OK);

        Assert.Equal("5 0 0 0", EventStage.Counts(answer));
        Assert.All(await stage.ReadAsync(), row => Assert.Equal(agent.Id, row.Agent));
    }

    [Fact]
    public async Task The_same_lines_again_are_duplicates_also_in_another_form()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Events(1, 500))).Is(OK);

        var again = (await stage.SendAsync(stage.Events(1, 600))).Is(OK);
        var spaced = (await stage.SendAsync(stage.Events(1, 10).Select(line => line.Replace(":", " : ").Replace(
            " : 00", ":00"))));

        Assert.Equal("100 500 0 0", EventStage.Counts(again));
        Assert.Equal(OK, spaced.Status);
        Assert.Equal(600, (await stage.ReadAsync()).Count);
        Assert.Equal("600", (await stage.SourceAsync()).At("events"));
    }

    [Fact]
    public async Task A_gap_is_filled_late()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Event(1), stage.Event(9))).Is(OK);

        var filler = (await stage.SendAsync(stage.Event(5), stage.Event(5), stage.Event(9), stage.Event(3))).Is(OK);

        Assert.Equal("2 2 0 0", EventStage.Counts(filler));
        Assert.Equal(["9", "4"], [filler.At("last_position"), (await stage.SourceAsync()).At("events")]);
    }

    [Fact]
    public async Task Statistics_of_an_interval_are_those_of_the_highest_position()
    {
        await using var stage = await EventStage.SetAsync();
        var begin = new DateTimeOffset(stage.Begin.Ticks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, default);
        string Line(int position, int offered) => $$"""
            {"position":{{position}},"queue":"sales","interval":"{{begin:yyyy-MM-ddTHH:mm:sszzz}}","minutes":15,
            """.TrimEnd() + $"\"offered\":{offered},\"answered\":{offered - 1},\"answered_within\":{offered - 2}}}";

        (await stage.SendAsync(Line(1, 10), Line(5, 20))).Is(OK);
        var again = (await stage.SendAsync(Line(1, 10), Line(3, 15), Line(5, 20))).Is(OK);
        var newer = (await stage.SendAsync(Line(7, 30), stage.Event(8))).Is(OK);

        Assert.Equal(["0 3 0 0", "2 0 0 0"], [EventStage.Counts(again), EventStage.Counts(newer)]);
        var statistic = Assert.Single(await stage.Service<IntervalStatisticStore>().ListAsync(
            new TenantId(stage.Tenant), begin, begin.AddHours(1), default));
        Assert.Equal((30, 29, 28, null), (
            statistic.Offered, statistic.Answered, statistic.AnsweredWithin, statistic.HandleSeconds));
    }

    [Fact]
    public async Task Gzip_goes_in_and_what_is_none_is_refused()
    {
        await using var stage = await EventStage.SetAsync();

        var zipped = await EventStage.SendZippedAsync(stage.Client, string.Join("\r\n", stage.Events(1, 3000)));
        var plain = EventStage.Lines(stage.Event(1));
        plain.Headers.ContentEncoding.Add("gzip");
        var broken = await stage.Client.SendAsync(HttpMethod.Post, "/events?source=acd", plain);
        plain = EventStage.Lines(stage.Event(1));
        plain.Headers.ContentEncoding.Add("br");
        var unknown = await stage.Client.SendAsync(HttpMethod.Post, "/events?source=acd", plain);

        Assert.Equal("3000 0 0 0", EventStage.Counts(zipped.Is(OK)));
        Assert.Equal(["body"], broken.Is(BadRequest).Fields);
        Assert.Equal(["Content-Encoding"], unknown.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_request_of_many_lines_says_how_far_the_source_has_told_when_the_last_are_committed()
    {
        await using var stage = await EventStage.SetAsync();
        var body = new Pipe();
        using var content = new StreamContent(body.Reader.AsStream());
        content.Headers.ContentType = new("application/x-ndjson");
        var sending = stage.Client.SendAsync(
            HttpMethod.Post, $"/events?source=acd&told_until={Uri.EscapeDataString(stage.At(6000))}", content);

        await body.Writer.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', stage.Events(1, 6_000))));
        await stage.Node.Database.UntilAsync("SELECT count(*) > 0 FROM event_log");
        var midway = await stage.SourceAsync();
        await body.Writer.WriteAsync(Encoding.UTF8.GetBytes($"\n{stage.Event(6_001)}"));
        await body.Writer.CompleteAsync();
        var answer = (await sending).Is(OK);

        Assert.Equal(("6001 0 0 0", ""), (EventStage.Counts(answer), midway.At("heard_at")));
        Assert.Equal(
            stage.Begin.AddSeconds(6000),
            (await stage.SourceAsync()).Body.GetProperty("heard_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task While_as_many_as_may_write_do_so_events_go_in()
    {
        await using var stage = await EventStage.SetAsync(1, 3, "Database:MaxConnections=8");
        (await stage.SendAsync(stage.Event(1))).Is(OK);
        var context = new WriteContext(Actor.Muster("test"), TimeProvider.System.GetUtcNow(), "test");
        var writers = new List<WriteTransaction>();
        for (var i = 0; i < 4; i++)
        {
            writers.Add(await stage.Service<Database>().BeginAsync(context, default));
        }

        (await stage.SendAsync(stage.Event(2))).Is(OK);
        await Task.WhenAll(writers.Select(writer => writer.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_clock_offset_sets_the_times_of_a_source_right()
    {
        await using var stage = await EventStage.SetAsync();
        var source = Guid.Parse((await stage.SendAsync(stage.Event(1))).At("source_id"));
        var etag = ("If-Match", "\"1\"");

        (await stage.Client.PatchAsync($"/events/sources/{source}", new { clock_offset_ms = 90_000_000 }, etag))
            .Is(BadRequest);
        (await stage.Client.PatchAsync($"/events/sources/{source}", new { clock_offset_ms = -2500 }, etag)).Is(OK);
        (await stage.Client.PatchAsync($"/events/sources/{source}", new { name = "x" }, etag)).Is(PreconditionFailed);
        (await stage.SendAsync(stage.Event(10))).Is(OK);

        Assert.Equal(
            [stage.Begin.AddSeconds(1), stage.Begin.AddSeconds(7.5)], (await stage.ReadAsync()).Select(row => row.At));
    }

    [Fact]
    public async Task Who_may_write_may_not_look_and_a_source_needs_a_tenant()
    {
        await using var stage = await EventStage.SetAsync();
        var other = await stage.MakeTenantAsync("Shop");
        var unsaid = (await stage.SendAsync(stage.Event(1))).Is(BadRequest);

        var made = await stage.Client.SendAsync(
            HttpMethod.Post, $"/events?source=acd&tenant_id={stage.Tenant}", EventStage.Lines(stage.Event(1)));
        var here = await stage.SendAsync(stage.Event(2));
        await stage.Client.SendAsync(
            HttpMethod.Post, $"/events?source=ACD&tenant_id={other}", EventStage.Lines(stage.Event(1)));
        var ambiguous = (await stage.SendAsync(stage.Event(3))).Is(BadRequest);

        Assert.Equal(["tenant_id"], unsaid.Fields);
        Assert.Equal(["1 0 0 0", "1 0 0 0"], [EventStage.Counts(made.Is(OK)), EventStage.Counts(here.Is(OK))]);
        Assert.Equal(["tenant_id"], ambiguous.Fields);
        Assert.Equal(
            ["unknown_agent"],
            (await stage.Client.GetAsync("/events/quarantine")).Items
                .Select(row => row.GetProperty("kind").GetString()));
    }
}
