using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Engine;
using Muster.Simulation.Events;

namespace Muster.Simulation.Tests.Engine;

/// <summary>One agent and a few given calls, second by second.</summary>
public sealed class ScheduleTests
{
    private const AgentActivity OnQueue = AgentActivity.OnQueue;

    [Fact]
    public void A_day_goes_by_the_schedule()
    {
        var told = Tell([new(100, 200, OnQueue), new(200, 250, AgentActivity.Meal), new(250, 300, OnQueue)], []);
        Assert.Equal(
            ["100 AgentLoggedIn OnQueue", "100 AgentReady OnQueue", "200 AgentAway Meal", "250 AgentReady OnQueue",
                "300 AgentLoggedOut LoggedOut"],
            told);
    }

    [Fact]
    public void A_call_that_outlasts_the_shift_is_finished_first()
    {
        var told = Tell([new(0, 100, OnQueue)], [new(90, 30), new(95, 30)]);
        Assert.Equal(["120 CallEnded OnQueue", "120 AgentLoggedOut LoggedOut"], told[^3..^1]);
        Assert.Single(told, line => line.Contains("CallAnswered", StringComparison.Ordinal));
    }

    [Fact]
    public void A_break_begins_when_the_call_ends_and_still_ends_on_time()
    {
        var told = Tell([new(0, 100, OnQueue), new(100, 150, AgentActivity.Break), new(150, 200, OnQueue)],
            [new(90, 30)]);
        Assert.Equal(
            ["120 CallEnded OnQueue", "120 AgentAway Break", "150 AgentReady OnQueue", "200 AgentLoggedOut LoggedOut"],
            told[^4..]);
    }

    [Fact]
    public void A_break_that_passes_during_a_call_is_lost()
    {
        var told = Tell([new(0, 100, OnQueue), new(100, 110, AgentActivity.Break), new(110, 200, OnQueue)],
            [new(90, 30)]);
        Assert.Equal(["120 CallEnded OnQueue", "120 AgentReady OnQueue", "200 AgentLoggedOut LoggedOut"], told[^3..]);
    }

    [Fact]
    public void Who_logs_in_takes_the_call_that_waits()
    {
        var told = Tell([new(50, 100, OnQueue)], [new(10, 5)]);
        Assert.Equal(
            ["10 CallArrived LoggedOut", "50 AgentLoggedIn OnQueue", "50 CallAnswered OnQueue",
                "50 AgentTalking OnQueue", "55 CallEnded OnQueue", "55 AgentReady OnQueue",
                "100 AgentLoggedOut LoggedOut"],
            told);
    }

    /// <summary>A span is half-open: at its end the agent is gone, at its start already there.</summary>
    [Fact]
    public void A_call_at_the_very_end_of_a_shift_is_not_taken()
    {
        Assert.DoesNotContain(Tell([new(0, 100, OnQueue)], [new(100, 5)]), IsAnswer);
        Assert.Contains(Tell([new(100, 200, OnQueue)], [new(100, 5)]), IsAnswer);
    }

    [Fact]
    public void After_call_work_keeps_the_agent_from_the_next_call()
    {
        var model = Model([new(0, 1000, OnQueue)], [new(0, 30), new(1, 30)]);
        var told = Lines(model with
        {
            Queues = [model.Queues[0] with { AfterCallWork = Distribution.Fixed(10) }],
            Agents = [model.Agents[0] with { HandleTimeFactor = 2 }],
        });
        Assert.Equal(
            ["60 CallEnded OnQueue", "60 AgentAfterCallWork OnQueue", "80 CallAnswered OnQueue"],
            told.Where(line => line.StartsWith('6') || line.StartsWith("80 C", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_is_absent_never_comes_and_who_is_late_comes_later()
    {
        var model = Model([new(100, 200, OnQueue), new(90_000, 90_100, OnQueue)], []);
        List<string> With(Attendance attendance) =>
            Lines(model with { Agents = [model.Agents[0] with { Attendance = attendance }] });

        Assert.Empty(With(new Attendance { AbsenceProbability = 1 }));
        var late = With(new Attendance { LateProbability = 1, Lateness = Distribution.Fixed(30) });
        Assert.Equal(["130 AgentLoggedIn OnQueue", "90030 AgentLoggedIn OnQueue"], late.Where(IsLogin));
        var tooLate = With(new Attendance { LateProbability = 1, Lateness = Distribution.Fixed(101) });
        Assert.Empty(tooLate);
    }

    [Fact]
    public void Absence_and_lateness_come_as_often_as_they_should()
    {
        var spans = Enumerable.Range(0, 2000).Select(day =>
            new ScheduledActivity(day * 86_400, (day * 86_400) + 100, OnQueue));
        var agent = new AgentPlan("a", 0, 1, [.. spans], new Attendance
        {
            AbsenceProbability = 0.1,
            LateProbability = 0.25,
            Lateness = Distribution.Fixed(10),
        }, 0);
        var logins = ActivityChange.Of(agent, RandomStream.Of(4)).Where(change => change.Activity == OnQueue).ToList();
        Assert.InRange(logins.Count, 1740, 1860);
        Assert.InRange(logins.Count(change => change.At % 86_400 == 10), 390, 510);
    }

    [Fact]
    public void Time_on_queue_counts_until_the_last_call_ends()
    {
        var run = new SimulationRun<NoSink>(Model([new(0, 100, OnQueue)], [new(90, 30)]), 1, default);
        run.RunUntil(500);
        Assert.Equal((120, 30), (run.Counts(1).OnQueueArea, run.Counts(1).BusyArea));
    }

    private static bool IsAnswer(string line) => line.Contains("CallAnswered", StringComparison.Ordinal);

    private static bool IsLogin(string line) => line.Contains("LoggedIn", StringComparison.Ordinal);

    private static List<string> Tell(ScheduledActivity[] schedule, ReplayedCall[] calls) =>
        Lines(Model(schedule, calls));

    private static List<string> Lines(CentreModel model)
    {
        var events = new List<SimulationEvent>();
        new SimulationRun<ListSink>(model, 1, new ListSink(events)).RunToEnd(CancellationToken.None);
        return [.. events.Select(e => FormattableString.Invariant($"{e.AtSeconds} {e.Kind} {e.Activity}"))];
    }

    private static CentreModel Model(ScheduledActivity[] schedule, ReplayedCall[] calls) => new()
    {
        Queues =
        [
            new CallQueue { Name = "calls", Arrivals = Arrivals.Replay(calls), Patience = Distribution.Fixed(1000) },
        ],
        Groups = [Centres.Group("all", 0, new QueueSkill("calls"))],
        Agents = [new CentreAgent { Name = "a", Group = "all", Schedule = schedule }],
        HorizonSeconds = 1000,
    };
}
