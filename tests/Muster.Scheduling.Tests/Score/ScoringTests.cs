using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Tests.Score;

public sealed class ScoringTests
{
    private static readonly SchedulingProblem Centre = new()
    {
        Days = 1,
        Options = [new ShiftOption { Name = "morning", Start = 0, Length = 60 }],
        Demand = new IntervalDemand
        {
            Groups = ["sales", "service"],
            IntervalMinutes = 30,
            Needs = [new(1, 1, 10, 1), new(1, 1, 10, 1), new(0, 0, 10, 1), new(1, 1, 10, 1) { HardLeast = true }],
        },
        Employees = [new Employee { Name = "Ann", Groups = [0, 1] }],
    };

    [Fact]
    public void An_agent_with_two_groups_is_counted_once_where_it_helps()
    {
        Assert.Equal([1, 0, 0, 1], Scoring.Served(Centre, Worked()));
        Assert.Equal(new ScheduleScore(0, 10), Scoring.Of(Centre, Worked()));
    }

    [Fact]
    public void Missing_staff_that_must_be_there_is_a_breach() =>
        Assert.Equal(new ScheduleScore(1, 30), Scoring.Of(Centre, new Schedule(1, 1)));

    [Fact]
    public void A_shift_whose_inside_is_wrong_is_a_breach()
    {
        var schedule = new Schedule(1, 1);
        schedule.Set(0, 0, 0, [Activity.AllGroups, Activity.Pause]);
        Assert.False(Scoring.Of(Centre, schedule).IsValid);
    }

    [Fact]
    public void A_roster_serves_what_it_works()
    {
        var roster = Centre with { Demand = new ShiftDemand { Needs = [new Need(2, 2, 5, 1)] } };
        var schedule = new Schedule(1, 1);
        schedule.Set(0, 0, 0);
        Assert.Equal([1], Scoring.Served(roster, schedule));
        Assert.Equal(new ScheduleScore(0, 5), Scoring.Of(roster, schedule));
    }

    private static Schedule Worked()
    {
        var schedule = new Schedule(1, 1);
        schedule.Set(0, 0, 0, [Activity.AllGroups, Activity.AllGroups]);
        return schedule;
    }
}
