using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>
/// A centre as it will be on a day of a seed: the model of the simulation, and who strays from the plan. Chance is
/// drawn for each agent by id and for each day, so that nobody's absence changes what others do.
/// </summary>
public sealed record CentrePlan
{
    private const double Hundred = 100;

    /// <summary>The part of the handle time that is talk; the rest is work after the call.</summary>
    private const double TalkShare = 0.85;

    private const double AfterCallDeviation = 0.8;

    // Who is fast takes more calls: by so much calls would be shorter than forecast, with paces that deviate by 0.22.
    private const double PaceOfCalls = 1 + (0.22 * 0.22);

    private const string Nothing = "nothing";
    private const string Everybody = "agents";

    private enum Chance : ulong
    {
        Agent = 1001,
        Pace = 1002,
        Volume = 1003,
    }

    public required CentreModel Model { get; init; }

    /// <summary>Of the engine, on this day.</summary>
    public required ulong Seed { get; init; }

    public required int Scheduled { get; init; }

    public required int Sick { get; init; }

    public required int Late { get; init; }

    public required int LeavingEarly { get; init; }

    public static CentrePlan Of(CentreFacts facts, CentreHabits habits, ulong seed)
    {
        var stream = RandomStream.Of(seed);
        var people = facts.Agents.Select(agent => (Agent: agent, Days: DaysOf(agent, habits, stream))).ToList();
        var today = people.SelectMany(one => one.Days.Where(day => day.Day == facts.Day).Select(day => day.Real))
            .Where(day => day.IsSick || day.Activities.Count > 0).ToList();
        var volume = VolumeOf(facts.Day, habits, stream);
        return new CentrePlan
        {
            Model = new CentreModel
            {
                Queues = facts.Queues.Count == 0
                    ? [new CallQueue { Name = Nothing, Arrivals = Arrivals.Constant(0) }]
                    : [.. facts.Queues.Select(queue => QueueOf(queue, habits, volume))],
                Groups = [new AgentGroup { Name = Everybody, Skills = [] }],
                Agents = [.. people.Select(one => AgentOf(facts, one.Agent, one.Days.Select(day => day.Real), stream))],
                HorizonSeconds = (facts.DayEnd - facts.Begin).TotalSeconds,
                Start = facts.Begin,
            },
            Seed = unchecked((seed * 1_000_003) + (ulong)NumberOf(facts.Day)),
            Scheduled = today.Count,
            Sick = today.Count(day => day.IsSick),
            Late = today.Count(day => day.IsLate),
            LeavingEarly = today.Count(day => day.LeavesEarly),
        };
    }

    private static List<(LocalDate Day, RealDay Real)> DaysOf(
        KnownAgent agent, CentreHabits habits, RandomStream stream)
    {
        var own = stream.Split((ulong)Chance.Agent).Split(NumberOf(agent.Id));
        return [.. agent.Days.OrderBy(day => day.Day).Select(day => (
            day.Day, RealDay.Of(day.Activities, habits, own.Split((ulong)NumberOf(day.Day)))))];
    }

    private static CentreAgent AgentOf(
        CentreFacts facts, KnownAgent agent, IEnumerable<RealDay> days, RandomStream stream) => new()
        {
            Name = agent.Key,
            Group = Everybody,
            Skills = [.. agent.Skills.Where(skill => facts.Queues.Any(queue => queue.Id == skill.Queue))],
            HandleTimeFactor = PaceOfCalls * TypicalCalls.HandleTimeFactor.At(
                stream.Split((ulong)Chance.Pace).At(NumberOf(agent.Id))),
            Schedule = [.. Within(facts, days.SelectMany(day => day.Activities))],
        };

    // Days are published one by one: what one leaves over of the next, because somebody comes early, is cut.
    private static IEnumerable<ScheduledActivity> Within(CentreFacts facts, IEnumerable<TimedActivity> activities)
    {
        var done = facts.Begin;
        foreach (var one in activities.OrderBy(activity => activity.Start))
        {
            var start = Instant.Max(one.Start, done);
            if (start < one.End)
            {
                done = one.End;
                yield return new ScheduledActivity(
                    (start - facts.Begin).TotalSeconds, (one.End - facts.Begin).TotalSeconds, one.Activity);
            }
        }
    }

    private static CallQueue QueueOf(KnownQueue queue, CentreHabits habits, double volume) => new()
    {
        Name = queue.Id,
        Arrivals = Arrivals.ByInterval(
            [.. queue.Calls.Select(calls => calls * volume)], Duration.FromMinutes(queue.PieceMinutes).TotalSeconds),
        HandleTime = CallTimes.Of(queue.HandleSeconds * TalkShare, habits.LongCallPercent / Hundred),
        AfterCallWork = Distribution.Lognormal(queue.HandleSeconds * (1 - TalkShare), AfterCallDeviation),
        Patience = queue.PatienceSeconds is { } patience ? Distribution.Exponential(patience) : Distribution.Never,
        AnswerWithinSeconds = queue.AnswerWithinSeconds,
    };

    private static double VolumeOf(LocalDate day, CentreHabits habits, RandomStream stream)
    {
        var deviation = habits.DeviationPercent / Hundred;
        var factor = deviation > 0
            ? Distribution.Lognormal(1, deviation).At(stream.Split((ulong)Chance.Volume).At((ulong)NumberOf(day)))
            : 1;
        return factor * habits.VolumePercent / Hundred;
    }

    private static int NumberOf(LocalDate day) => Period.DaysBetween(new LocalDate(1970, 1, 1), day);

    private static ulong NumberOf(Guid id)
    {
        var bytes = id.ToByteArray();
        return BitConverter.ToUInt64(bytes, 0) ^ BitConverter.ToUInt64(bytes, 8);
    }
}
