using System.Text.Json;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster staffing</c> beside a node with a forecast of two planning groups.</summary>
public sealed class StaffingCommandTests(StaffingPlace place) : IClassFixture<StaffingPlace>
{
    [Fact]
    public async Task The_fewest_agents_of_a_part_of_a_day_are_a_row_for_each_interval()
    {
        var said = await RunAsync(0, "require", "plan", "--from", "09:00", "--to", "10:00", "--calls", "10000",
            "--group", "loans=Loans", "--group", "both=Loans,cards");

        Assert.Contains("09:00", said, StringComparison.Ordinal);
        Assert.Contains("09:30", said, StringComparison.Ordinal);
        Assert.DoesNotContain("10:00", said, StringComparison.Ordinal);
        Assert.Contains("each alone", said, StringComparison.Ordinal);
        Assert.Contains("On queue ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_programs_it_is_JSON_with_the_names_of_the_planning_groups()
    {
        using var json = JsonDocument.Parse(await RunAsync(0, "reach", "Plan", "--from", "9:00", "--to", "11:00",
            "--group", "loans=Loans:10", "--group", "both=Loans,Cards:8", "--json"));

        var told = json.RootElement;
        Assert.Equal("2026-03-31", told.GetProperty("date").GetString());
        Assert.Equal(
            ["Cards", "Loans"],
            told.GetProperty("planning_groups").EnumerateArray()
                .Select(group => group.GetProperty("name").GetString()));
        var reached = told.GetProperty("answer").GetProperty("reached");
        Assert.Equal(120, reached.GetProperty("minutes").GetInt32());
        Assert.InRange(
            reached.GetProperty("all").GetProperty("service_level").GetProperty("value").GetDouble(), 0.5, 1);
    }

    [Fact]
    public async Task What_given_agents_reach_is_a_table_with_half_widths()
    {
        var said = await RunAsync(0, "reach", "Plan", "--from", "9:00", "--to", "10:00", "--volume", "150",
            "--group", "both=Loans,Cards:20");

        Assert.Contains(" % +-", said, StringComparison.Ordinal);
        Assert.Contains("Cards", said, StringComparison.Ordinal);
        Assert.Contains("60 minutes, simulated ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agents Plan", 0, "Nobody can serve a planning group of it.")]
    [InlineData("require Plan", 1, "Nobody is employed on 2026-03-31 who could serve")]
    [InlineData("require Plans --group a=Loans", 1, "Maybe Plan is meant.")]
    [InlineData("require Plan --group a=Loan", 1, "Maybe Loans is meant.")]
    [InlineData("require Plan --group Loans", 1, "is not NAME=PLANNING GROUP,....")]
    [InlineData("require Plan --group a=Loans --calls 5", 1, "calls")]
    [InlineData("require Plan --group a=Loans --from 20:00", 1, "Nothing is forecast on 2026-03-31 at these times.")]
    [InlineData("require Plan --group a=Loans --from 11:00 --to 10:00", 1, "--to is not after 11:00.")]
    [InlineData("reach Plan --group a=Loans", 1, "is not NAME=PLANNING GROUP,...:AGENTS.")]
    [InlineData("reach Plan", 1, "--group is missing")]
    [InlineData("reach Plan --group a=Loans:3 --from nine", 1, "--from \"nine\" is no time of the day.")]
    [InlineData("reach Plan --group a=Loans:3 --volume 0", 1, "volume_percent")]
    public async Task What_is_wrong_is_one_sentence_with_the_remedy(string arguments, int code, string sentence) =>
        Assert.Contains(sentence, await RunAsync(code, arguments.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public async Task Of_forecasts_with_one_name_the_id_is_asked_for()
    {
        await place.ForecastAsync("Twin");
        var other = await place.ForecastAsync("Twin");
        string[] more = ["--from", "9:00", "--to", "9:30", "--group", "loans=Loans", "--calls", "10000"];

        var refused = await RunAsync(1, ["require", "Twin", .. more]);

        Assert.Contains("There are 2 forecasts \"Twin\".", refused, StringComparison.Ordinal);
        Assert.Contains($"{other} of Germany", refused, StringComparison.Ordinal);
        await RunAsync(0, ["require", other, .. more]);
    }

    private Task<string> RunAsync(int code, params string[] arguments) => place.RunAsync(code, arguments);
}
