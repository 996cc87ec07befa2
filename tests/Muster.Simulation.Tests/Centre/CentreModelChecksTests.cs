using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Tests.Centre;

/// <summary>What is wrong is named: field, value, remedy.</summary>
public sealed class CentreModelChecksTests
{
    private static readonly CentreModel Fine = Centres.Single(Centres.Queue("calls", 100, 180, 60), 6, Centres.Hour);

    public static TheoryData<string, CentreModel> Wrong => new()
    {
        { "horizon_seconds: is -1", Fine with { HorizonSeconds = -1 } },
        { "horizon_seconds: is NaN", Fine with { HorizonSeconds = double.NaN } },
        { "warm_up_seconds: is 3600", Fine with { WarmUpSeconds = 3600 } },
        { "interval_seconds: is 0", Fine with { IntervalSeconds = 0 } },
        { "interval_seconds: is 0.001", Fine with { IntervalSeconds = 0.001 } },
        { "policy: is 9", Fine with { Policy = (RoutingPolicy)9 } },
        { "queues: is empty", Fine with { Queues = [] } },
        { "queues: expect more", Fine with { Queues = [Centres.Queue("calls", 1e13, 1, 1)] } },
        { "queues[1].name: calls is there twice", Fine with { Queues = [Fine.Queues[0], Fine.Queues[0]] } },
        { "queues[0].answer_within_seconds: is -1", With(queue => queue with { AnswerWithinSeconds = -1 }) },
        { "queues[0].handle_time: never ends", With(queue => queue with { HandleTime = Distribution.Never }) },
        { "queues[0].arrivals: have intervals of 1E-09 seconds", With(queue => queue with
            { Arrivals = Arrivals.ByInterval([0], 1e-9, true) }) },
        { "groups[0].skills[0].queue: there is no queue cals.\nMaybe calls.", Fine with
            { Groups = [Centres.Group("all", 1, new QueueSkill("cals"))] } },
        { "groups[0].skills[0].level: must be 0 to 100", Fine with
            { Groups = [Centres.Group("all", 1, new QueueSkill("calls", 101))] } },
        { "groups[0].always_on_queue: must be 0 to 100000", Fine with
            { Groups = [Centres.Group("all", -1, new QueueSkill("calls"))] } },
        { "agents[0].group: there is no group night", With(new CentreAgent { Name = "a", Group = "night" }) },
        { "agents[0].skills[0].queue: there is no queue chat", With(new CentreAgent
            { Name = "a", Group = "all", Skills = [new QueueSkill("chat")] }) },
        { "agents[0].handle_time_factor: is 0", With(new CentreAgent
            { Name = "a", Group = "all", HandleTimeFactor = 0 }) },
        { "agents[0].schedule[1]: [50, 70) begins before the one before it ends, at 60", With(new CentreAgent
        {
            Name = "a", Group = "all",
            Schedule = [new(0, 60, AgentActivity.OnQueue), new(50, 70, AgentActivity.Break)],
        }) },
        { "agents[0].schedule[0]: [60, 0) must start", With(new CentreAgent
            { Name = "a", Group = "all", Schedule = [new(60, 0, AgentActivity.OnQueue)] }) },
        { "agents[0].attendance.late_probability: is 2", With(new CentreAgent
            { Name = "a", Group = "all", Attendance = new Attendance { LateProbability = 2 } }) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_model_is_refused_with_field_value_and_remedy(string expected, CentreModel model)
    {
        var error = Assert.Throws<ArgumentException>(() => model.Run());
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_wrong_rate_or_time_cannot_be_made(double value)
    {
        Assert.Contains("callsPerHour is", Refusal(() => Arrivals.Constant(value)), StringComparison.Ordinal);
        Assert.Contains("callsPerInterval[1] is", Refusal(() => Arrivals.ByInterval([1, value])),
            StringComparison.Ordinal);
        Assert.Contains("intervalSeconds is", Refusal(() => Arrivals.ByInterval([1], value)),
            StringComparison.Ordinal);
        Assert.Contains("calls[0].AtSeconds is", Refusal(() => Arrivals.Replay([new(value)])),
            StringComparison.Ordinal);
        Assert.Contains("Maybe sort", Refusal(() => Arrivals.Replay([new(5), new(4)])), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_agents_everybody_hangs_up()
    {
        var result = (Fine with { Groups = [Centres.Group("all", 0, new QueueSkill("calls"))] }).Run();
        var all = result.Total.All;
        Assert.True(all.Offered.Value > 50);
        Assert.Equal((all.Offered.Value, 0, 1),
            (all.Abandoned.Value, all.StillWaiting.Value, all.AbandonmentRate!.Value.Value));
        Assert.Null(all.AverageSpeedOfAnswerSeconds);
        Assert.Null(all.Occupancy);
        Assert.Equal(0, all.ServiceLevels[0]!.Value.Value);
        Assert.Contains("Nobody serves the queue calls", Assert.Single(result.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_agents_the_patient_still_wait_at_the_end()
    {
        var patient = Centres.Queue("calls", 100, 180, double.PositiveInfinity);
        var all = Centres.Single(patient, 0, Centres.Hour).Run().Total.All;
        Assert.Equal((all.Offered.Value, 0), (all.StillWaiting.Value, all.Abandoned.Value));
        Assert.Null(all.MeanWaitSeconds);
    }

    [Fact]
    public void Without_groups_or_calls_there_is_a_result_as_well()
    {
        Assert.Equal(1, (Fine with { Groups = [] }).Run().Total.All.AbandonmentRate!.Value.Value);
        var quiet = Centres.Single(Centres.Queue("calls", 0, 180, 60), 6, Centres.Hour).Run().Total.All;
        Assert.Equal((0, 0, 6), (quiet.Offered.Value, quiet.Occupancy!.Value.Value, quiet.AgentsOnQueue!.Value.Value));
        Assert.Null(quiet.ServiceLevels[0]);
    }

    private static string Refusal(Action make) => Assert.ThrowsAny<ArgumentException>(make).Message;

    private static CentreModel With(Func<CallQueue, CallQueue> change) =>
        Fine with { Queues = [change(Fine.Queues[0])] };

    private static CentreModel With(CentreAgent agent) => Fine with { Agents = [agent] };
}
