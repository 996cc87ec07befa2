using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Adherence;

public sealed class BadInputRulesTests
{
    [Fact]
    public async Task What_is_wrong_is_told_by_field_value_and_remedy()
    {
        await using var stage = await RulesStage.SetAsync();
        var other = await stage.CodeAsync(await stage.UnitAsync("France"), "Appels", "on_queue");

        var body = (await stage.SetAsync("always", 0, new
        {
            mappings = new[] { Mapping("Ready"), Mapping(" Idle"), Mapping("Ready") },
            categories = new[] { new { category = "meal", terms = new { end_late_seconds = -1 } } },
        })).Is(BadRequest);
        var foreign = (await stage.SetAsync("always", 0, new
        {
            activities = new[] { new { activity_code_id = other, terms = new { ignored = true } } },
        })).Is(BadRequest);

        Assert.Equal(
            ["mappings[1].state", "mappings[2]", "categories[0].terms.end_late_seconds"], body.Fields);
        Assert.Contains("is there twice", body.Detail, StringComparison.Ordinal);
        Assert.Equal(["activities[0].activity_code_id"], foreign.Fields);
        Assert.Contains($"no activity code of Germany: {other}", foreign.Detail, StringComparison.Ordinal);
        Assert.Contains("Maybe", foreign.Detail, StringComparison.Ordinal);
        Assert.Equal("\"0\"", (await stage.Client.GetAsync(stage.Path)).ETag);
    }

    [Theory]
    [InlineData("""{"mappings":[null]}""", "mappings[0]")]
    [InlineData("""{"mappings":[{"source":"acd","state":"x","counts_as":"working"}]}""", "mappings[0].counts_as")]
    [InlineData("""{"mappings":[{"source":"acd","counts_as":"meal"}]}""", "mappings[0].state")]
    [InlineData("""{"thresholds":[]}""", "thresholds")]
    [InlineData("""{"accepts_unscheduled":["ignored"]}""", "accepts_unscheduled")]
    public async Task Another_form_is_refused_by_field(string sent, string field)
    {
        await using var stage = await RulesStage.SetAsync();

        var answer = (await stage.Client.PutAsync($"{stage.Path}/entries/always", sent, ("If-Match", "\"0\"")))
            .Is(BadRequest);

        Assert.Equal([field], answer.Fields);
    }

    [Theory]
    [InlineData("1999-12-31", "always")]
    [InlineData("2026-02-30", "2026-03-29")]
    [InlineData("tomorrow", "2026-03-29")]
    public async Task Days_are_dates_or_always(string day, string remedy)
    {
        await using var stage = await RulesStage.SetAsync();

        var answer = (await stage.SetAsync(day, 0, new { })).Is(BadRequest);

        Assert.Equal(["day"], answer.Fields);
        Assert.Contains(remedy, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_at_most_so_many_entries()
    {
        await using var stage = await RulesStage.SetAsync();
        foreach (var number in Enumerable.Range(0, 200))
        {
            var day = new DateOnly(2026, 1, 1).AddDays(number);
            (await stage.SetAsync(day.ToString("yyyy-MM-dd"), number, new { })).Is(OK);
        }

        var full = (await stage.SetAsync("2027-01-01", 200, new { })).Is(Conflict);
        (await stage.SetAsync("2026-01-01", 200, new { mappings = new[] { Mapping("Ready") } })).Is(OK);

        Assert.Contains("200 entries already.\nMaybe remove", full.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_cannot_be_is_refused_by_field()
    {
        await using var stage = await RulesStage.SetAsync();

        var answer = (await stage.Client.PostAsync($"{stage.Path}/try", new
        {
            source = "",
            state = "Ready",
            at = "1969-12-31T00:00:00Z",
            activity_code_id = Guid.NewGuid(),
            rules = new { mappings = new[] { Mapping("x"), Mapping("x") } },
        })).Is(BadRequest);

        Assert.Equal(["source", "at", "activity_code_id", "rules.mappings[1]"], answer.Fields);
    }

    [Fact]
    public async Task A_unit_that_is_not_there_has_no_rules()
    {
        await using var stage = await RulesStage.SetAsync();

        (await stage.Client.GetAsync($"/adherence/rules/{Guid.NewGuid()}")).Is(NotFound);
        (await stage.Client.PutAsync($"{stage.Path}/entries/always", new { })).Is(BadRequest);
    }

    private static object Mapping(string state) => new { source = "acd", state, counts_as = "on_queue" };
}
