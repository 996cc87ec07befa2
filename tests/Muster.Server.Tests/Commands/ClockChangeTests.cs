using System.Text.Json;
using Muster.Domain.Time;
using Muster.Server.Scheduling;
using Muster.Testing;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster build</c> where clocks are moved: hours are real, what is needed is by the clock.</summary>
public sealed class ClockChangeTests : IDisposable
{
    private const int Rest = 660;
    private const int Shift = 510;
    private const int People = 8;

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-23", 23 * 60)]
    [InlineData("Europe/Berlin", "2026-10-19", 25 * 60)]
    [InlineData("Australia/Adelaide", "2026-03-30", 25 * 60)]
    [InlineData("Australia/Adelaide", "2026-09-28", 23 * 60)]
    [InlineData("Australia/Lord_Howe", "2026-03-30", (24 * 60) + 30)]
    [InlineData("Australia/Lord_Howe", "2026-09-28", (24 * 60) - 30)]
    [InlineData("Asia/Kolkata", "2026-03-23", 24 * 60)]
    public async Task Needs_shifts_rest_and_paid_time_are_right_where_clocks_are_moved(
        string zone, string monday, int sunday)
    {
        var first = LocalDatePattern.Iso.Parse(monday).Value;
        var schedule = await BuildAsync(zone, monday, "00:00", "00:00");
        var place = DateTimeZoneProviders.Tzdb[zone];
        var begin = Days.Start(first, place);
        var length = Duration.FromMinutes(schedule.IntervalMinutes);

        // Two are needed at any time, and three from 1 to 4 at night: by the clock, in every interval that happens.
        Assert.Equal((13 * 24 * 60) + sunday, schedule.Required[0].Count * schedule.IntervalMinutes);
        Assert.All(schedule.Required[0].Index(), interval => Assert.Equal(
            (begin + (length * interval.Index)).InZone(place).Hour is >= 1 and < 4 ? 3 : 2, interval.Item));

        foreach (var agent in schedule.Agents)
        {
            var times = agent.Shifts.Select(shift =>
            {
                Assert.Equal(Shift, shift[2]);
                Assert.Equal(Shift, shift.Skip(3).Chunk(2).Sum(part => part[1]));
                var start = Days.Start(first.PlusDays(shift[0]), place) + Duration.FromMinutes(shift[1]);
                Assert.Equal(0, start.InZone(place).Minute % 15);
                return (Start: start, End: start + Duration.FromMinutes(Shift));
            }).ToList();
            Assert.Equal(10, times.Count);
            Assert.All(times.Zip(times.Skip(1)), pair =>
                Assert.True((pair.Second.Start - pair.First.End).TotalMinutes >= Rest, $"{agent.Name} {pair}"));
        }

        Assert.Equal(Served(schedule, first, place), schedule.Served[0]);
    }

    [Fact]
    public async Task A_shift_begins_when_the_clocks_say_so_also_after_they_were_moved()
    {
        var schedule = await BuildAsync("Europe/Berlin", "2026-03-23", "08:00", "16:30");

        // On the Sunday of 23 hours, 8 o'clock is 7 hours after midnight.
        Assert.Equal(
            [(6, 7 * 60)],
            schedule.Agents.SelectMany(agent => agent.Shifts).Where(shift => shift[0] == 6)
                .Select(shift => (shift[0], shift[1])).Distinct());
        Assert.All(
            schedule.Agents.SelectMany(agent => agent.Shifts).Where(shift => shift[0] != 6),
            shift => Assert.Equal(8 * 60, shift[1]));
        Assert.Equal([new ClockChange(6, 120, 60)], schedule.ClockChanges);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_is_refused_by_its_field()
    {
        var said = await RunAsync(1, "Europe/Bern", "2026-03-23", "00:00", "00:00");

        Assert.Contains("zone is no zone of the tz database: Europe/Bern.", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Who is at work, from the shifts alone.
    private static int[] Served(BuiltSchedule schedule, LocalDate first, DateTimeZone place)
    {
        var served = new int[schedule.Served[0].Count];
        foreach (var shift in schedule.Agents.SelectMany(agent => agent.Shifts))
        {
            var at = (int)(Days.Start(first.PlusDays(shift[0]), place) - Days.Start(first, place)).TotalMinutes
                + shift[1];
            foreach (var part in shift.Skip(3).Chunk(2))
            {
                var (from, to) = (at / schedule.IntervalMinutes, (at + part[1]) / schedule.IntervalMinutes);
                var counted = schedule.Activities[part[0]].Kind == "work" ? Math.Min(to, served.Length) : from;
                for (var interval = from; interval < counted; interval++)
                {
                    served[interval]++;
                }

                at += part[1];
            }
        }

        return served;
    }

    private async Task<BuiltSchedule> BuildAsync(string zone, string monday, string earliest, string latest)
    {
        var said = await RunAsync(0, zone, monday, earliest, latest);
        Assert.Equal(
            zone != "Asia/Kolkata", said.Contains("hours, for clocks are moved", StringComparison.Ordinal));
        return BuiltSchedule.Read(await File.ReadAllTextAsync(Place));
    }

    private string Place => Path.Combine(_folder.FullName, "schedules.json");

    private async Task<string> RunAsync(int exit, string zone, string monday, string earliest, string latest)
    {
        var file = Path.Combine(_folder.FullName, "problem.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            zone,
            first_day = monday,
            weeks = 2,
            required = new object[]
            {
                new { group = "Calls", agents = 2, from = "00:00", to = "00:00" },
                new { group = "Calls", agents = 1, from = "01:00", to = "04:00" },
            },
            work_plans = new[]
            {
                new
                {
                    name = "Any time",
                    paid_minutes_per_day = new { min = 480, max = 480 },
                    paid_minutes_per_week = new { min = 2400, max = 2400 },
                    working_days_per_week = new { min = 5, max = 5 },
                    shift_minutes = new { min = Shift, max = Shift },
                    min_rest_minutes = Rest,
                    earliest_start = earliest,
                    latest_stop = latest,
                    breaks = new[]
                    {
                        new { name = "Lunch", paid = false, minutes = 30, earliest_minutes_after_start = 180 },
                    },
                },
            },
            employees = Enumerable.Range(0, People)
                .Select(number => new { name = $"Agent {number}", work_plan = "Any time" }),
        }));
        using var muster = MusterProcess.Start(["build", file, "--seconds", "2", "--out", Place]);
        Assert.True(await muster.EndAsync() == exit, muster.Said);
        return muster.Said;
    }
}
