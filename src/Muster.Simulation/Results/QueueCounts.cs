namespace Muster.Simulation.Results;

/// <summary>
/// What was counted of a queue, of calls by the interval in which they arrived and of agents and lines by the time in
/// the interval. Waits are in seconds; areas are numbers of people times seconds.
/// </summary>
public record struct QueueCounts
{
    public long Offered { get; internal set; }

    public long Answered { get; internal set; }

    public long Abandoned { get; internal set; }

    /// <summary>Within the queue's time T.</summary>
    public long AnsweredInTime { get; internal set; }

    /// <summary>Hung up within the queue's time T.</summary>
    public long AbandonedInTime { get; internal set; }

    public double WaitOfAnswered { get; internal set; }

    public double WaitOfAbandoned { get; internal set; }

    /// <summary>Of those who were answered or hung up.</summary>
    public double LongestWait { get; internal set; }

    public double WaitingArea { get; internal set; }

    /// <summary>Of the agents who may take its calls, whatever they are doing on queue.</summary>
    public double OnQueueArea { get; internal set; }

    /// <summary>Of the same agents, with calls of any queue.</summary>
    public double BusyArea { get; internal set; }

    /// <summary>The length of what was counted.</summary>
    public double Seconds { get; internal set; }

    /// <summary>Neither answered nor gone.</summary>
    public readonly long StillWaiting => Offered - Answered - Abandoned;

    /// <summary>Adds the calls and lines of another queue or interval, but not its agents.</summary>
    internal void AddCalls(in QueueCounts other)
    {
        Offered += other.Offered;
        Answered += other.Answered;
        Abandoned += other.Abandoned;
        AnsweredInTime += other.AnsweredInTime;
        AbandonedInTime += other.AbandonedInTime;
        WaitOfAnswered += other.WaitOfAnswered;
        WaitOfAbandoned += other.WaitOfAbandoned;
        LongestWait = Math.Max(LongestWait, other.LongestWait);
        WaitingArea += other.WaitingArea;
    }

    internal void AddAgents(in AgentAreas areas)
    {
        OnQueueArea += areas.OnQueue;
        BusyArea += areas.Busy;
    }
}
