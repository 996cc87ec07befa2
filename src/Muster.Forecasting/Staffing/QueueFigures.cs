namespace Muster.Forecasting.Staffing;

/// <summary>How a queue does with so many agents, in steady state. Parts are 0 to 1, never NaN.</summary>
public readonly record struct QueueFigures
{
    public required int Agents { get; init; }

    /// <summary>Contacts in service if nobody waited, in erlang.</summary>
    public required double Load { get; init; }

    /// <summary>By the goals' definition and threshold; null without a threshold.</summary>
    public required double? ServiceLevel { get; init; }

    /// <summary>The part that finds no agent free, those who give up later included.</summary>
    public required double WaitProbability { get; init; }

    /// <summary>The part that gives up.</summary>
    public required double Abandonment { get; init; }

    /// <summary>The part of agents' time (of chats: of places) that is taken.</summary>
    public required double Occupancy { get; init; }

    /// <summary>Mean wait of the answered, no wait included (ASA); null when the queue only grows.</summary>
    public required double? AverageAnswerSeconds { get; init; }

    /// <summary>Mean wait of all, given up or answered; null when the queue only grows.</summary>
    public required double? AverageWaitSeconds { get; init; }

    /// <summary>How long they waited who gave up, on average; null when hardly anybody does.</summary>
    public required double? AverageAbandonSeconds { get; init; }

    /// <summary>Mean number of waiting contacts; null when the queue only grows.</summary>
    public required double? Waiting { get; init; }

    internal static QueueFigures Of(int agents, in Workload work, in QueueShares shares, StaffingGoals goals)
    {
        const double HardlyAnybody = 1e-9;
        var handle = work.HandleSeconds;
        double? wait = work.PatienceSeconds is { } patience
            ? shares.Abandoned * patience
            : double.IsFinite(shares.Delay) ? shares.Delay * handle : null;
        return new()
        {
            Agents = agents,
            Load = work.Load,
            ServiceLevel = goals.ThresholdSeconds is null ? null : 1 - shares.Miss(goals.Definition),
            WaitProbability = Math.Min(shares.Waiting, 1),
            Abandonment = Math.Min(shares.Abandoned, 1),
            Occupancy = OccupancyOf(agents, work, shares),
            AverageAnswerSeconds = double.IsFinite(shares.Delay) ? shares.AnswerDelay * handle : null,
            AverageWaitSeconds = wait,
            AverageAbandonSeconds = shares.Abandoned > HardlyAnybody
                ? (wait - (shares.Delay * handle)) / shares.Abandoned
                : null,
            Waiting = wait * work.Contacts / work.IntervalSeconds,
        };
    }

    /// <summary>Of nobody's work.</summary>
    internal static QueueFigures Idle(int agents, StaffingGoals goals) => new()
    {
        Agents = agents,
        Load = 0,
        ServiceLevel = goals.ThresholdSeconds is null ? null : 1,
        WaitProbability = 0,
        Abandonment = 0,
        Occupancy = 0,
        AverageAnswerSeconds = 0,
        AverageWaitSeconds = 0,
        AverageAbandonSeconds = null,
        Waiting = 0,
    };

    private static double OccupancyOf(int agents, in Workload work, in QueueShares shares)
    {
        var servers = (double)agents * work.AtOnce;
        return work.Load >= servers && work.PatienceSeconds is null || agents == 0
            ? 1
            : Math.Min(work.Load / servers * shares.Answered, 1);
    }
}
