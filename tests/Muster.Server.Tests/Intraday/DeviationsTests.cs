using Muster.Domain.Organization;
using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Tests.Intraday;

/// <summary>What goes otherwise than planned, in words.</summary>
public sealed class DeviationsTests
{
    private static readonly DayFrame Quarters = new(new LocalDate(2026, 6, 8), DateTimeZone.Utc, 15);

    [Fact]
    public void Quarters_that_follow_each_other_are_one_deviation()
    {
        var found = Largest(Day(40, slot => slot is >= 32 and < 36 ? 30 : 20), null);

        Assert.Equal(["Loans: 40 contacts more than forecast (120 instead of 80), from 08:00 to 09:00."], found);
    }

    [Fact]
    public void Thousands_are_set_apart_as_everywhere_on_the_page()
    {
        var found = Largest(Day(40, slot => slot is >= 32 and < 36 ? 1_000 : 20), null);

        Assert.Equal(
            ["Loans: 3,920 contacts more than forecast (4,000 instead of 80), from 08:00 to 09:00."], found);
    }

    [Fact]
    public void What_goes_on_says_since_when()
    {
        var found = Largest(Day(40, slot => slot >= 38 ? 10 : 20), null);

        Assert.Equal(["Loans: 20 contacts fewer than forecast (20 instead of 40), since 09:30."], found);
    }

    [Fact]
    public void What_ended_before_the_last_that_is_known_does_not_go_on()
    {
        // Of what followed, no range was forecast: nothing can be said.
        var day = Day(40, slot => slot >= 34 ? 10 : 20);
        day = day with
        {
            Intervals = [.. day.Intervals.Select((one, slot) => slot >= 36 ? one with { Range = null } : one)],
        };

        Assert.Equal(
            ["Loans: 20 contacts fewer than forecast (20 instead of 40), from 08:30 to 09:00."], Largest(day, null));
    }

    [Fact]
    public void On_a_day_that_is_over_nothing_goes_on() => Assert.False(
        Assert.Single(Deviations.Largest([Day(96, slot => slot >= 94 ? 10 : 20)], _ => null, Quarters.Day.End))
            .IsOpen);

    [Fact]
    public void Within_the_range_nothing_is_said() => Assert.Empty(Largest(Day(40, _ => 22), null));

    [Fact]
    public void The_five_largest_are_told_the_longest_first()
    {
        int[] far = [1, 2, 3, 6, 9, 12, 13, 14, 15, 18, 21, 24];

        var found = Largest(Day(40, slot => far.Contains(slot) ? 40 : 20), null);

        Assert.Equal(Deviations.Most, found.Count);
        Assert.StartsWith("Loans: 80 contacts more", found[0], StringComparison.Ordinal);
        Assert.StartsWith("Loans: 60 contacts more", found[1], StringComparison.Ordinal);
        Assert.StartsWith("Loans: 20 contacts more", found[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Agents_who_are_missing_and_answers_that_come_late_are_told_too()
    {
        var day = Day(40, _ => 20);
        var now = Quarters.Intervals[40].Start;
        day = day with
        {
            Intervals =
            [
                .. day.Intervals.Select((interval, index) => interval with
                {
                    Scheduled = 10,
                    RequiredAgain = interval.Actual is null && index < 44 ? 13 : null,
                    OnQueue = index is >= 36 and < 40 ? 7.5 : index < 40 ? 10 : null,
                    Actual = interval.Actual is not { } actual ? null
                        : actual with { WithinOf = 20, Within = index >= 36 ? 10 : 18 },
                }),
            ],
        };

        var found = Deviations.Largest([day], _ => 0.8, now).Select(one => DeviationText.Of(one, DateTimeZone.Utc));

        Assert.Equal(
            [
                "Loans: 3 agents fewer scheduled than will be required (10 instead of 13), from 10:00 to 11:00.",
                "Loans: 2.5 agents fewer on queue than scheduled (7.5 instead of 10), since 09:00.",
                "Loans: service level 50 % instead of 80 %, since 09:00.",
            ],
            found);
    }

    private static IReadOnlyList<string> Largest(GroupDay day, double? goal) =>
    [
        .. Deviations.Largest([day], _ => goal, Quarters.Intervals[40].Start)
            .Select(one => DeviationText.Of(one, DateTimeZone.Utc)),
    ];

    /// <summary>Twenty contacts of 180 s forecast in each quarter, 15 to 25 of them in 80 of 100 cases.</summary>
    /// <param name="known">How many quarters are over.</param>
    private static GroupDay Day(int known, Func<int, double> came) => new(
        new PlanningGroup
        {
            Id = new PlanningGroupId(Guid.NewGuid()),
            Name = "Loans",
            BusinessUnitId = new BusinessUnitId(Guid.NewGuid()),
            Channel = Channel.Voice,
            Queues = [new PlannedQueue("loans", "Loans")],
        },
        Quarters,
        [
            .. Quarters.Intervals.Select((time, index) => new IntradayInterval
            {
                Time = time,
                IsOpen = true,
                Forecast = new ContactSums { Offered = 20, Handled = 20, HandleSeconds = 3600 },
                Range = (15, 25),
                Actual = index < known ? new ContactSums { Offered = came(index) } : null,
            }),
        ]);
}
