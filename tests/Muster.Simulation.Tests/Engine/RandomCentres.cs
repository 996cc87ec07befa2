using FsCheck;
using FsCheck.Fluent;
using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Tests.Engine;

/// <summary>Centres of all kinds, for properties that hold for each.</summary>
internal static class RandomCentres
{
    private const double Horizon = 4 * Centres.Hour;

    private static readonly Gen<Distribution> Times = Gen.OneOf(
        Gen.Choose(1, 600).Select(mean => Distribution.Exponential(mean)),
        Gen.Choose(1, 600).Select(mean => Distribution.Lognormal(mean, 1.2)),
        Gen.Choose(0, 600).Select(value => Distribution.Fixed(value)),
        Gen.Constant(Distribution.Empirical([0, 10, 200])));

    private static readonly Gen<Distribution> Patiences = Gen.OneOf(Times, Gen.Constant(Distribution.Never));

    private static readonly Gen<Arrivals> Calls = Gen.OneOf(
        Gen.Choose(0, 120).Select(perHour => Arrivals.Constant(perHour)),
        Gen.NonEmptyListOf(Gen.Choose(0, 30)).Select(counts =>
            Arrivals.ByInterval([.. counts.Select(count => (double)count)], 900, true)),
        Gen.ListOf(Gen.Choose(0, 5 * 3600)).Select(times =>
            Arrivals.Replay(times.Order().Select(time => new ReplayedCall(time, time % 2 == 0 ? 30 : null)))));

    public static Gen<CentreModel> All { get; } =
        from queues in Few(1, 4, Queue)
        from groups in Few(0, 4, Group(queues.Length))
        from agents in Few(0, groups.Length == 0 ? 0 : 6, Agent(groups.Length))
        from policy in Gen.Elements(Enum.GetValues<RoutingPolicy>())
        from warmUp in Gen.Elements(0, 1000)
        select new CentreModel
        {
            Queues = [.. queues.Select((queue, i) => queue with { Name = $"q{i}" })],
            Groups = [.. groups.Select((team, i) => team with { Name = $"g{i}" })],
            Agents = [.. agents.Select((agent, i) => agent with { Name = $"a{i}" })],
            Policy = policy,
            HorizonSeconds = Horizon,
            WarmUpSeconds = warmUp,
        };

    private static Gen<T[]> Few<T>(int least, int most, Gen<T> one) =>
        from count in Gen.Choose(least, most)
        from few in Gen.ArrayOf(one, count)
        select few;

    private static Gen<CallQueue> Queue =>
        from calls in Calls
        from handle in Times
        from after in Gen.OneOf(Times, Gen.Constant(Distribution.Zero))
        from patience in Patiences
        from isBusy in Gen.Elements(true, false)
        select new CallQueue
        {
            Name = "",
            Arrivals = calls,
            HandleTime = handle,
            AfterCallWork = after,
            Patience = patience,
            DayFactor = isBusy ? Distribution.Lognormal(1, 0.5) : null,
        };

    private static Gen<CentreAgent> Agent(int groups) =>
        from team in Gen.Choose(0, groups - 1)
        from factor in Gen.Choose(5, 20)
        from lengths in Gen.ArrayOf(Gen.Choose(1, 7200), 6)
        from isUnreliable in Gen.Elements(true, false)
        select new CentreAgent
        {
            Name = "",
            Group = $"g{team}",
            HandleTimeFactor = factor / 10.0,
            Schedule = [.. Spans(lengths)],
            Attendance = isUnreliable ? new Attendance { AbsenceProbability = 0.2, LateProbability = 0.5 } : null,
        };

    private static Gen<AgentGroup> Group(int queues) =>
        from agents in Gen.Choose(0, 6)
        from skills in Gen.SubListOf(Enumerable.Range(0, queues).ToArray())
        from level in Gen.Choose(0, 100)
        from priority in Gen.Choose(0, 2)
        select Centres.Group("", agents, [.. skills.Select(queue =>
            new QueueSkill($"q{queue}", (level + (17 * queue)) % 101, (priority + queue) % 3))]);

    /// <summary>A gap, on queue, a break, on queue, a gap, on queue.</summary>
    private static IEnumerable<ScheduledActivity> Spans(int[] lengths)
    {
        double Start(int i) => lengths.Take(i).Sum();
        ScheduledActivity Span(int i, AgentActivity activity) => new(Start(i), Start(i + 1), activity);
        yield return Span(1, AgentActivity.OnQueue);
        yield return Span(2, AgentActivity.Break);
        yield return Span(3, AgentActivity.OnQueue);
        yield return Span(5, AgentActivity.OnQueue);
    }
}
