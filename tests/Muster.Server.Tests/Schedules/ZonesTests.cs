using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Schedules;

/// <summary>Units of one business unit in several zones, and days on which clocks are moved.</summary>
public sealed class ZonesTests
{
    private const int Night = 480;

    // A day and the one after it, which may have another length, in minutes.
    private static readonly (string Zone, string Saturday, int Sunday)[] Weekends =
    [
        ("Europe/Berlin", "2026-10-24", 25 * 60),
        ("Europe/Berlin", "2027-03-27", 23 * 60),
        ("Australia/Lord_Howe", "2026-10-03", (23 * 60) + 30),
        ("Australia/Lord_Howe", "2027-04-03", (24 * 60) + 30),
        ("Asia/Kolkata", "2026-10-24", 24 * 60),
        ("America/New_York", "2026-10-31", 25 * 60),
    ];

    [Fact]
    public async Task Days_are_those_of_the_unit_and_minutes_are_real()
    {
        await using var stage = await ScheduleStage.SetAsync();
        foreach (var (weekend, number) in Weekends.Select((weekend, number) => (weekend, number)))
        {
            await AssertWeekendAsync(stage, $"ann{number}", weekend);
        }
    }

    [Fact]
    public async Task A_shift_that_starts_on_another_day_by_the_clocks_of_the_unit_is_refused()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var unit = await stage.MakeUnitAsync("Kolkata", "Asia/Kolkata");
        var ann = await stage.HireAsync("Ann", unit: unit);

        // In Berlin it is still Monday; in Kolkata the Tuesday has begun half an hour ago.
        var refused = (await stage.Client.PostAsync($"/schedules/units/{unit}/edits", new
        {
            edits = new[] { stage.Shift(ann, "21:00", Night) },
        })).Is(BadRequest);

        Assert.Contains("2026-06-09", refused.Text, StringComparison.Ordinal);
    }

    // A shift from ten at night, and one at nine two days later, as the grid and the agent see them.
    private static async Task AssertWeekendAsync(
        ScheduleStage stage, string name, (string Zone, string Saturday, int Sunday) weekend)
    {
        var (zone, saturday, sunday) = weekend;
        var unit = await stage.MakeUnitAsync($"Elsewhere {name}", zone);
        var ann = await stage.HireAsync(name, name, unit);
        var place = DateTimeZoneProviders.Tzdb[zone];
        var first = LocalDatePattern.Iso.Parse(saturday).Value;
        string At(int day, int hour) => InstantPattern.ExtendedIso.Format(
            (first.PlusDays(day) + new LocalTime(hour, 0)).InZoneStrictly(place).ToInstant());
        object Shift(int day, int hour) => new
        {
            op = "replace",
            agent_id = ann,
            day = LocalDatePattern.Iso.Format(first.PlusDays(day)),
            activities = new[]
            {
                new { layer = "work", start = At(day, hour), minutes = Night, activity_code_id = stage.Work },
            },
        };

        (await stage.Client.PostAsync(
            $"/schedules/units/{unit}/edits", new { edits = new[] { Shift(0, 22), Shift(2, 9) } })).Is(OK);

        var grid = (await stage.Client.GetAsync(
            $"/schedules/grid?management_unit_id={unit}&from={saturday}&days=7")).Is(OK).Body;
        Assert.Equal(zone, grid.GetProperty("time_zone").GetString());
        Assert.Equal(Time(At(0, 0)), Time(grid.GetProperty("origin").GetString()!));
        var row = Assert.Single(grid.GetProperty("agents").EnumerateArray());
        Assert.Equal(
            [(0, 22 * 60, Night), (2, (24 * 60) + sunday + (9 * 60), Night)],
            row.GetProperty("days").EnumerateArray().Select(Numbers));

        var me = await stage.Cluster.Nodes[0].SignedInAsync(name, "Agent");
        var mine = (await me.GetAsync($"/my/schedule?from={saturday}&days=7")).Is(OK).Body;
        Assert.Equal(zone, mine.GetProperty("time_zone").GetString());
        Assert.Equal(
            [(saturday, Time(At(0, 22))), (LocalDatePattern.Iso.Format(first.PlusDays(2)), Time(At(2, 9)))],
            mine.GetProperty("days").EnumerateArray().Select(day => (
                day.GetProperty("day").GetString()!,
                Time(Assert.Single(day.GetProperty("activities").EnumerateArray()).GetProperty("start").GetString()!))));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (int Day, int Start, int Minutes) Numbers(JsonElement day)
    {
        var numbers = day.EnumerateArray().Select(number => number.GetInt32()).ToArray();
        return (numbers[0], numbers[4], numbers[5]);
    }
}
