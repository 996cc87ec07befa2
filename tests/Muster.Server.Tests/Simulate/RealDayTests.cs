using Muster.Server.Simulate;
using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using NodaTime;

namespace Muster.Server.Tests.Simulate;

/// <summary>What becomes of a published day.</summary>
public sealed class RealDayTests
{
    private const int Many = 20_000;

    [Fact]
    public void Who_keeps_the_plan_does_what_was_published()
    {
        Assert.Equal(SmallCentre.Shift(), Real(CentreHabits.Exact, 1).Activities);
    }

    [Fact]
    public void Days_stay_in_order_without_overlap_and_keep_half_of_the_shift()
    {
        var wild = new CentreHabits
        {
            SickPercent = 0,
            LatePercent = 100,
            LateMinutes = 200,
            EarlyPercent = 100,
            EarlyMinutes = 200,
            LongBreakPercent = 100,
            LongBreakMinutes = 200,
        };

        for (var seed = 0UL; seed < 500; seed++)
        {
            var real = Real(wild, seed).Activities;

            Assert.All(real, one => Assert.True(one.Start < one.End));
            Assert.All(real.Zip(real.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.True(real[^1].End - real[0].Start >= Duration.FromHours(4));
        }
    }

    [Fact]
    public void As_many_are_sick_late_and_leave_early_as_was_asked_for()
    {
        var habits = new CentreHabits { SickPercent = 10, LatePercent = 20, EarlyPercent = 5, LateMinutes = 6 };
        var days = Enumerable.Range(0, Many).Select(seed => Real(habits, (ulong)seed)).ToList();
        var there = days.Where(day => !day.IsSick).ToList();
        var late = there.Where(day => day.IsLate).ToList();

        Assert.Equal(0.10, (double)(Many - there.Count) / Many, 0.01);
        Assert.Equal(0.20, (double)late.Count / there.Count, 0.015);
        Assert.Equal(0.05, (double)there.Count(day => day.LeavesEarly) / there.Count, 0.008);
        Assert.Equal(6, late.Average(day => (day.Activities[0].Start - SmallCentre.At(9)).TotalMinutes), 0.5);
        Assert.All(days.Where(day => day.IsSick), day => Assert.Empty(day.Activities));
        Assert.All(there.Except(late), day => Assert.InRange(
            (day.Activities[0].Start - SmallCentre.At(9)).TotalSeconds, -20, 20));
    }

    [Fact]
    public void A_long_break_is_taken_from_the_work_after_it()
    {
        var habits = CentreHabits.Exact with { LongBreakPercent = 100, LongBreakMinutes = 5 };

        var real = Real(habits, 3).Activities;

        Assert.Equal(SmallCentre.At(11), real[1].Start);
        Assert.True(real[1].End > SmallCentre.At(11, 15));
        Assert.Equal(real[1].End, real[2].Start);
        Assert.Equal(SmallCentre.At(13), real[2].End);
    }

    [Fact]
    public void A_day_is_the_same_whatever_others_do()
    {
        var (few, many) = (Plan(2), Plan(9));

        Assert.Equal(few[0].Schedule, many[0].Schedule);
        Assert.Equal(few[1].HandleTimeFactor, many[1].HandleTimeFactor);
        Assert.NotEqual(many[0].Schedule, many[1].Schedule);
        Assert.NotEqual(many[0].Schedule, Plan(9, 2)[0].Schedule);

        static IReadOnlyList<CentreAgent> Plan(int agents, ulong seed = 1) =>
            CentrePlan.Of(SmallCentre.Facts(agents), new CentreHabits { SickPercent = 0 }, seed).Model.Agents;
    }

    [Fact]
    public void A_shift_past_midnight_goes_on_and_whoever_has_two_days_is_in_one_place()
    {
        var (before, today) = (SmallCentre.Day.PlusDays(-1), SmallCentre.Day);
        var evening = SmallCentre.At(0) - Duration.FromHours(4);
        var night = new TimedActivity(evening, SmallCentre.At(2), AgentActivity.OnQueue);
        var early = new TimedActivity(SmallCentre.At(2), SmallCentre.At(6), AgentActivity.OnQueue);
        var agent = SmallCentre.Agent(1, early) with
        {
            Days = [new KnownDay(today, [early]), new KnownDay(before, [night])],
        };
        var facts = SmallCentre.Facts() with { Agents = [agent] };

        var schedule = CentrePlan.Of(facts, new CentreHabits { SickPercent = 0 }, 7).Model.Agents[0].Schedule!;

        Assert.Equal(0, schedule[0].StartSeconds);
        Assert.True(schedule[1].StartSeconds >= schedule[0].EndSeconds);
        Assert.Equal(6 * 3600, schedule[1].EndSeconds - (2 * 3600), 60.0);
    }

    private static RealDay Real(CentreHabits habits, ulong seed) =>
        RealDay.Of(SmallCentre.Shift(), habits, RandomStream.Of(seed));
}
