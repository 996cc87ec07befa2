using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Engine;
using Muster.Simulation.Events;

namespace Muster.Simulation.Tests.Engine;

/// <summary>Who takes which call, in centres small enough to know it.</summary>
public sealed class RoutingTests
{
    [Fact]
    public void A_call_goes_to_the_highest_level_and_among_equals_to_who_is_idle_longest()
    {
        var events = Run(
            [Queue("a", 0, 1, 2, 50)],
            [Group("low", 1, new QueueSkill("a", 10)), Group("high", 2, new QueueSkill("a", 90))],
            RoutingPolicy.Priority);
        // Agent 0 is low. Agents 1 and 2 are idle at first; at 50 agent 1 is idle since 20, agent 2 since 21.
        Assert.Equal([1, 2, 0, 1], Answered(events).Select(e => e.Agent));
    }

    [Theory]
    [InlineData(RoutingPolicy.Priority, "busy vip old")]
    [InlineData(RoutingPolicy.LongestWait, "busy old vip")]
    [InlineData(RoutingPolicy.SkillLevel, "busy old vip")]
    public void Who_becomes_ready_takes_what_the_policy_says(RoutingPolicy policy, string expected)
    {
        var events = Run(
            [Queue("busy", 0), Queue("old", 1), Queue("vip", 2)],
            [Group("all", 1, new QueueSkill("busy", 100, 3), new QueueSkill("old", 80, 2),
                new QueueSkill("vip", 50, 1))],
            policy);
        string[] names = ["busy", "old", "vip"];
        Assert.Equal(expected, string.Join(' ', Answered(events).Select(e => names[e.Queue])));
    }

    [Fact]
    public void An_agent_may_have_skills_that_differ_from_the_group()
    {
        var model = Model([Queue("a", 0), Queue("b", 0)], [Group("all", 0, new QueueSkill("a"))],
            RoutingPolicy.Priority);
        var agent = new CentreAgent { Name = "x", Group = "all", Skills = [new QueueSkill("b")] };
        var events = new List<SimulationEvent>();
        var run = new SimulationRun<ListSink>(model with { Agents = [agent] }, 1, new ListSink(events));
        run.RunToEnd(CancellationToken.None);
        Assert.Equal(1, Assert.Single(Answered(events)).Queue);
        Assert.Equal("x", run.AgentName(0));
    }

    private static IEnumerable<SimulationEvent> Answered(IEnumerable<SimulationEvent> events) =>
        events.Where(e => e.Kind == SimulationEventKind.CallAnswered);

    private static List<SimulationEvent> Run(CallQueue[] queues, AgentGroup[] groups, RoutingPolicy policy)
    {
        var events = new List<SimulationEvent>();
        var model = Model(queues, groups, policy);
        new SimulationRun<ListSink>(model, 1, new ListSink(events)).RunToEnd(CancellationToken.None);
        return events;
    }

    private static CentreModel Model(CallQueue[] queues, AgentGroup[] groups, RoutingPolicy policy) => new()
    {
        Queues = queues,
        Groups = groups,
        Policy = policy,
        HorizonSeconds = 1000,
    };

    private static AgentGroup Group(string name, int agents, params QueueSkill[] skills) =>
        Centres.Group(name, agents, skills);

    /// <summary>Calls of 20 seconds at given times.</summary>
    private static CallQueue Queue(string name, params double[] times) => new()
    {
        Name = name,
        Arrivals = Arrivals.Replay(times.Select(time => new ReplayedCall(time))),
        HandleTime = Distribution.Fixed(20),
    };
}
