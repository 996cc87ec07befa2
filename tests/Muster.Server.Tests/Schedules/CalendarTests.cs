using System.Text.RegularExpressions;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Schedules;

public sealed class CalendarTests
{
    private static readonly DateOnly Today = ScheduleStage.Today;

    [Fact]
    public async Task A_calendar_shows_ones_published_days_to_whoever_has_its_address()
    {
        await using var stage = await ScheduleStage.SetAsync(nodes: 2);
        var (ann, bob) = (await stage.HireAsync("Ann", "ann"), await stage.HireAsync("Bob"));
        (await stage.ChangeAsync(Shift(stage, ann, 0), Shift(stage, ann, 200), Shift(stage, bob, 1))).Is(OK);
        (await stage.ChangeAsync(Shift(stage, ann, -90), Shift(stage, ann, -91))).Is(OK);
        await stage.DraftAsync();
        using var me = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");
        var path = await MakeAsync(me);
        using var phone = stage.Cluster.Nodes[1].Anonymous();

        var calendar = (await phone.GetAsync(path)).Is(OK);

        Assert.Equal("text/calendar; charset=utf-8", calendar.Headers["Content-Type"]);
        Assert.Equal("no-cache, private", calendar.Headers["Cache-Control"]);
        Assert.Contains("X-WR-CALNAME:Schedule of Agent Ann\r\n", calendar.Text, StringComparison.Ordinal);
        Assert.Equal(
            new[] { -90, 0, 200 }.Select(day => $"{Today.AddDays(day):yyyyMMdd}T090000Z"), Starts(calendar));
        Assert.Contains("SUMMARY:Phone\r\n", calendar.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_is_known_is_not_sent_again_and_a_publish_changes_it_under_the_same_name()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var ann = await stage.HireAsync("Ann", "ann");
        (await stage.ChangeAsync(Shift(stage, ann, 1))).Is(OK);
        using var me = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");
        var path = await MakeAsync(me);
        using var phone = stage.Cluster.Nodes[0].Anonymous();
        var first = (await phone.GetAsync(path)).Is(OK);

        var same = (await phone.GetAsync(path, ("If-None-Match", first.ETag))).Is(NotModified);
        (await phone.GetAsync(path, ("If-Modified-Since", first.Headers["Last-Modified"]))).Is(NotModified);
        var head = (await phone.SendAsync(HttpMethod.Head, path, null)).Is(OK);
        (await stage.ChangeAsync(Shift(stage, ann, 1, minutes: 240))).Is(OK);
        var second = (await phone.GetAsync(path, ("If-None-Match", first.ETag))).Is(OK);

        Assert.Equal("", same.Text);
        Assert.Equal((first.ETag, ""), (head.ETag, head.Text));
        Assert.Equal(Lines(first, "UID"), Lines(second, "UID"));
        Assert.Equal(["0"], Lines(first, "SEQUENCE"));
        Assert.Equal(["1"], Lines(second, "SEQUENCE"));
        Assert.Equal([$"{Today.AddDays(1):yyyyMMdd}T130000Z"], Lines(second, "DTEND"));
    }

    [Fact]
    public async Task An_address_ends_when_it_is_renewed_or_removed_and_both_are_audited_without_it()
    {
        await using var stage = await ScheduleStage.SetAsync();
        await stage.HireAsync("Ann", "ann");
        using var me = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");
        using var phone = stage.Cluster.Nodes[0].Anonymous();
        Assert.Equal("", (await me.GetAsync("/my/calendar")).Is(OK).At("created_at"));
        (await me.DeleteAsync("/my/calendar")).Is(NotFound);

        var old = await MakeAsync(me);
        (await phone.GetAsync(old)).Is(OK);
        Assert.NotEqual("", (await me.GetAsync("/my/calendar")).Is(OK).At("last_read_at"));
        var renewed = await MakeAsync(me);
        var gone = (await phone.GetAsync(old)).Is(NotFound);
        (await phone.GetAsync(renewed)).Is(OK);
        (await me.DeleteAsync("/my/calendar")).Is(NoContent);
        (await phone.GetAsync(renewed)).Is(NotFound);

        Assert.StartsWith("There is no calendar at this address.", gone.Detail, StringComparison.Ordinal);
        (await phone.GetAsync("//calendar/x.ics")).Is(NotFound);
        (await phone.GetAsync($"//calendar/{new string('A', 43)}.ics")).Is(NotFound);
        var audit = (await stage.Client.GetAsync("/audit?entity=calendar%20address")).Is(OK);
        Assert.Equal(
            ["removed", "renewed", "made"], audit.Items.Select(item => item.GetProperty("action").GetString()));
        Assert.DoesNotContain(old.Split('/', '.')[3], audit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_makes_one_address()
    {
        await using var stage = await ScheduleStage.SetAsync();
        await stage.HireAsync("Ann", "ann");
        using var me = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");

        var first = (await me.PostAsync("/my/calendar", null, ("Idempotency-Key", "phone"))).Is(Created);
        var again = (await me.PostAsync("/my/calendar", null, ("Idempotency-Key", "phone"))).Is(Created);

        Assert.Equal(first.At("path"), again.At("path"));
    }

    [Theory]
    [InlineData("UPDATE user_account SET disabled = true WHERE user_name = 'ann'")]
    [InlineData("DELETE FROM access_grant WHERE user_id = (SELECT id FROM user_account WHERE user_name = 'ann')")]
    [InlineData("UPDATE user_account SET must_change_password = true WHERE user_name = 'ann'")]
    [InlineData("UPDATE agent SET user_name = 'somebody-else' WHERE user_name = 'ann'")]
    public async Task An_address_is_worth_what_its_owner_may_see(string change)
    {
        await using var stage = await ScheduleStage.SetAsync();
        await stage.HireAsync("Ann", "ann");
        using var me = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");
        var path = await MakeAsync(me);
        using var phone = stage.Cluster.Nodes[0].Anonymous();
        (await phone.GetAsync(path)).Is(OK);

        await stage.Cluster.Nodes[0].Database.ScalarAsync(change);

        (await phone.GetAsync(path)).Is(NotFound);
    }

    [Fact]
    public async Task Who_is_no_agent_gets_no_address()
    {
        await using var stage = await ScheduleStage.SetAsync();

        Assert.Contains(
            "is no agent", (await stage.Client.PostAsync("/my/calendar", null)).Is(Conflict).Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_addresses_is_slowed_down()
    {
        await using var node = await TestNode.StartAsync("Limit:RequestsPerMinute=1", "Limit:Burst=2");
        using var guesser = node.Anonymous();

        (await guesser.GetAsync("//calendar/one.ics")).Is(NotFound);
        (await guesser.GetAsync("//calendar/two.ics")).Is(NotFound);
        var refused = (await guesser.GetAsync("//calendar/three.ics")).Is(TooManyRequests);

        Assert.True(refused.Headers.ContainsKey("Retry-After"));
    }

    private static async Task<string> MakeAsync(TestClient client)
    {
        var path = (await client.PostAsync("/my/calendar", null)).Is(Created).At("path");
        Assert.Matches("^/calendar/[A-Za-z0-9_-]{43}\\.ics$", path);
        return $"/{path}";
    }

    private static IEnumerable<string> Starts(TestAnswer calendar) => Lines(calendar, "DTSTART");

    private static IEnumerable<string> Lines(TestAnswer calendar, string property) =>
        Regex.Matches(calendar.Text, $"^{property}:(.*)\r$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

    private static object Shift(ScheduleStage stage, Guid agent, int day, int minutes = 480) => new
    {
        op = "replace",
        agent_id = agent,
        day = $"{Today.AddDays(day):yyyy-MM-dd}",
        activities = new[]
        {
            new
            {
                layer = "work",
                start = $"{Today.AddDays(day):yyyy-MM-dd}T09:00:00Z",
                minutes,
                activity_code_id = stage.Work,
            },
        },
    };
}
