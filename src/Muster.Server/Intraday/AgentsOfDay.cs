using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>Who is scheduled on queue on a day, and who was there. Pure.</summary>
public sealed record AgentsOfDay
{
    // How long the moment is that counts as now.
    private static readonly Duration Moment = Duration.FromSeconds(1);

    // Who was on queue before that is not who is there now.
    private static readonly Duration MostBehind = Duration.FromSeconds(5);

    public required long ScheduleVersion { get; init; }

    /// <summary>Null: nothing is published of that day.</summary>
    public IReadOnlyList<AgentPresence>? Scheduled { get; init; }

    /// <summary>Null: not known.</summary>
    public IReadOnlyList<AgentPresence>? OnQueue { get; init; }

    /// <summary>Up to where it is known who was on queue.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>When a source was silent that tells who is on queue.</summary>
    public IReadOnlyList<Interval> Unknown { get; init; } = [];

    /// <summary>By planning group, and quarter of an hour.</summary>
    /// <param name="needs">By planning group and quarter: agents required.</param>
    public IReadOnlyList<GroupAgents> By(DayFrame quarters, IReadOnlyList<IReadOnlyList<double>> needs)
    {
        var scheduled = Scheduled is null ? null : GroupShares.Of(Scheduled, quarters.Intervals, needs);
        var onQueue = OnQueue is null ? null : GroupShares.Of(OnQueue, quarters.Intervals, needs);
        return
        [
            .. needs.Select((_, group) => new GroupAgents(
                [.. quarters.Intervals.Select((_, index) => scheduled?[group][index])],
                [
                    .. quarters.Intervals.Select((time, index) =>
                        onQueue is not null && IsKnown(time) ? onQueue[group][index] : (double?)null),
                ])),
        ];
    }

    /// <summary>The same, at a moment of the day: one number of each.</summary>
    public IReadOnlyList<GroupAgents> At(
        Instant now, DayFrame quarters, IReadOnlyList<IReadOnlyList<double>> needs)
    {
        var index = (int)((now - quarters.Day.Start).TotalMinutes / quarters.Minutes);
        var at = needs.Select(IReadOnlyList<double> (group) => [group[index]]).ToList();
        double[][]? Count(IReadOnlyList<AgentPresence>? agents, Instant when) =>
            agents is null ? null : GroupShares.Of(agents, [new Interval(when - Moment, when)], at);
        var scheduled = Count(Scheduled, now + Moment);
        var last = AsOf ?? Instant.MinValue;
        var isKnown = now - last <= MostBehind && IsKnown(new Interval(last - Moment, last));
        var onQueue = isKnown ? Count(OnQueue, last) : null;
        return [.. needs.Select((_, group) => new GroupAgents([scheduled?[group][0]], [onQueue?[group][0]]))];
    }

    private bool IsKnown(Interval time) =>
        time.End <= AsOf && !Unknown.Any(silence => silence.Start < time.End && time.Start < silence.End);
}
