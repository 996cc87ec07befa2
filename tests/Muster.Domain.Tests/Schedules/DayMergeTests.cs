using FsCheck;
using FsCheck.Fluent;
using Muster.Domain.Schedules;
using static Muster.Domain.Tests.Schedules.DayText;

namespace Muster.Domain.Tests.Schedules;

public sealed class DayMergeTests
{
    [Theory]
    [InlineData("work 9-17", "work 9-18", "work 8-17", "work 8-18")]
    [InlineData("work 9-17, break 10-10:15", "work 9-17, break 10:30-10:45", "work 9-16, break 10-10:15",
        "work 9-16, break 10:30-10:45")]
    [InlineData("work 9-17", "work 9-17, meeting 9-10", "work 9-17, leave 15-17",
        "work 9-17, meeting 9-10, leave 15-17")]
    [InlineData("", "work 6-10", "work 12-16", "work 6-10, work 12-16")]
    [InlineData("work 6-10, work 12-16", "work 12-16", "work 6-10, work 12-17", "work 12-17")]
    [InlineData("work 9-17", "work 9-17, meeting 9-10", "work 9-17, meeting 10-11",
        "work 9-17, meeting 9-10, meeting 10-11")]
    [InlineData("work 9-17", "work 9-17", "", "")]
    [InlineData("work 9-17", "work 9-18", "work 9-18", "work 9-18")]
    [InlineData("work 9-17, break 10-10:15", "work 9-17", "work 9-17, break 10-10:15, break 15-15:15",
        "work 9-17, break 15-15:15")]
    public void Changes_of_different_times_are_both_kept(string before, string mine, string theirs, string both)
    {
        Assert.Equal(Day(both), DayMerge.Of(Day(before), Day(mine), Day(theirs)));
        Assert.Equal(Day(both), DayMerge.Of(Day(before), Day(theirs), Day(mine)));
    }

    [Theory]
    [InlineData("work 9-17", "work 9-18", "work 9-19")]
    [InlineData("work 9-17", "", "work 9-18")]
    [InlineData("work 9-17", "work 9-17, meeting 10-11", "work 9-17, leave 9-12")]
    [InlineData("", "work 9-17", "work 10-18")]
    [InlineData("work 9-17, break 12-12:30", "work 9-17, break 12:15-12:45", "work 9-17, break 12-12:15")]
    public void Changes_of_the_same_time_are_a_conflict(string before, string mine, string theirs)
    {
        Assert.Null(DayMerge.Of(Day(before), Day(mine), Day(theirs)));
        Assert.Null(DayMerge.Of(Day(before), Day(theirs), Day(mine)));
    }

    [Fact]
    public void What_is_merged_shows_each_change_where_it_was_made_and_the_rest_as_before() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 5)).Where(numbers => numbers.Length <= 12)),
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 5)).Where(numbers => numbers.Length <= 12)),
        Arb.From(Gen.ArrayOf(Gen.Choose(0, 5)).Where(numbers => numbers.Length <= 12)),
        (one, two, three) =>
        {
            var (before, mine, theirs) = (Shown(one), Shown(two), Shown(three));
            var both = DayMerge.Of(before, mine, theirs);
            for (var minute = 0; minute < 24 * 60; minute += 30)
            {
                var (b, m, t) = (CodesAt(before, minute), CodesAt(mine, minute), CodesAt(theirs, minute));
                if (both is null)
                {
                    continue;
                }

                var expected = m.SequenceEqual(b) ? t : m;
                Assert.True(m.SequenceEqual(b) || t.SequenceEqual(b) || m.SequenceEqual(t));
                Assert.Equal(expected, CodesAt(both, minute));
            }

            Assert.Equal(both, DayMerge.Of(before, theirs, mine));
            var isApart = Enumerable.Range(0, 48).Select(half => half * 30).All(minute =>
                Touches(before, mine, minute).All(isMine => !isMine)
                || Touches(before, theirs, minute).All(isTheirs => !isTheirs));
            Assert.True(both is not null || !isApart);
        }));

    // Half hours that are free, work, other work, a break, or time off over one of them.
    private static DayContent Shown(int[] halves)
    {
        var activities = new List<PlannedActivity>();
        for (var half = 0; half < halves.Length; half++)
        {
            var clock = $"{half / 2}:{half % 2 * 30:00}-{(half + 1) / 2}:{(half + 1) % 2 * 30:00}";
            string[] names = halves[half] switch
            {
                1 => ["work"],
                2 => ["other"],
                3 => ["work", "break"],
                4 => ["leave"],
                5 => ["work", "leave"],
                _ => [],
            };
            activities.AddRange(names.Select(name => Activity($"{name} {clock}")));
        }

        return new DayContent(activities);
    }

    // The half hour, and those beside it.
    private static IEnumerable<bool> Touches(DayContent before, DayContent after, int minute) =>
        new[] { minute - 30, minute, minute + 30 }.Where(at => at >= 0)
            .Select(at => !CodesAt(before, at).SequenceEqual(CodesAt(after, at)));

    private static List<string> CodesAt(DayContent day, int minute) =>
        [.. day.Activities.Where(one => one.Start <= At($"0:{minute}") && one.End > At($"0:{minute}"))
            .Select(one => $"{one.Layer} {one.Code}")];
}
