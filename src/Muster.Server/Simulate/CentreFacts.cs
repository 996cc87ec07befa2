using Muster.Simulation.Centre;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>What a node knows of a centre and a day: enough to simulate it.</summary>
public sealed record CentreFacts
{
    /// <summary>Calls come before the day begins, so that it does not begin empty.</summary>
    public static readonly Duration WarmUp = Duration.FromHours(2);

    public required LocalDate Day { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The length of the intervals of statistics.</summary>
    public required int Minutes { get; init; }

    public required IReadOnlyList<KnownAgent> Agents { get; init; }

    /// <summary>Empty: nothing is forecast, so no calls come.</summary>
    public IReadOnlyList<KnownQueue> Queues { get; init; } = [];

    /// <summary>What the user should know, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public Instant DayStart => Domain.Time.Days.Start(Day, Zone);

    public Instant DayEnd => Domain.Time.Days.Start(Day.PlusDays(1), Zone);

    /// <summary>When the simulation begins.</summary>
    public Instant Begin => DayStart - WarmUp;

    /// <summary>Whether somebody has a published schedule for the day, be it a free one.</summary>
    public bool IsPublished => Agents.Any(agent => agent.Days.Any(day => day.Day == Day));

    /// <summary>
    /// One management unit of the centre, with its part of the calls: that of the time on queue of those who can take
    /// them.
    /// </summary>
    public CentreFacts Of(Guid unit)
    {
        var agents = Agents.Where(agent => agent.ManagementUnit == unit).ToList();
        var queues = Queues.Where(queue => agents.Any(agent => CanTake(agent, queue.Id)))
            .Select(queue => queue.Times(HoursFor(queue.Id, agents) is > 0 and var hours
                ? hours / HoursFor(queue.Id, Agents)
                : 0)).ToList();
        return this with { Agents = agents, Queues = queues };
    }

    /// <summary>Whether the same agents have the same skills and the same to do.</summary>
    public bool HasSameSchedules(CentreFacts other) => Agents.Count == other.Agents.Count
        && Agents.Zip(other.Agents).All(pair => pair.First.Key == pair.Second.Key
            && pair.First.Skills.SequenceEqual(pair.Second.Skills)
            && pair.First.Days.Count == pair.Second.Days.Count
            && pair.First.Days.Zip(pair.Second.Days).All(days => days.First.Day == days.Second.Day
                && days.First.Activities.SequenceEqual(days.Second.Activities)));

    private double HoursFor(string queue, IEnumerable<KnownAgent> agents) => agents
        .Where(agent => CanTake(agent, queue)).SelectMany(agent => agent.Days)
        .Where(day => day.Day == Day).SelectMany(day => day.Activities)
        .Where(one => one.Activity == AgentActivity.OnQueue).Sum(one => one.Length.TotalHours);

    private static bool CanTake(KnownAgent agent, string queue) => agent.Skills.Any(skill => skill.Queue == queue);
}
