using Muster.Domain.Organization;

namespace Muster.Simulation.Results;

/// <summary>Gathers the counts of a queue over replications or batches.</summary>
internal sealed class QueueSums(string name)
{
    private readonly RatioSums[] _levels = new RatioSums[Enum.GetValues<ServiceLevelDefinition>().Length];
    private RatioSums _offered;
    private RatioSums _answered;
    private RatioSums _abandoned;
    private RatioSums _stillWaiting;
    private RatioSums _answeredInTime;
    private RatioSums _abandonedInTime;
    private RatioSums _abandonment;
    private RatioSums _answerWait;
    private RatioSums _wait;
    private RatioSums _abandonedWait;
    private RatioSums _length;
    private RatioSums _agents;
    private RatioSums _occupancy;
    private double _longestWait;

    public void Add(in QueueCounts counts)
    {
        _offered.Add(counts.Offered, 1);
        _answered.Add(counts.Answered, 1);
        _abandoned.Add(counts.Abandoned, 1);
        _stillWaiting.Add(counts.StillWaiting, 1);
        _answeredInTime.Add(counts.AnsweredInTime, 1);
        _abandonedInTime.Add(counts.AbandonedInTime, 1);
        _abandonment.Add(counts.Abandoned, counts.Offered);
        _answerWait.Add(counts.WaitOfAnswered, counts.Answered);
        _wait.Add(counts.WaitOfAnswered + counts.WaitOfAbandoned, counts.Answered + counts.Abandoned);
        _abandonedWait.Add(counts.WaitOfAbandoned, counts.Abandoned);
        _length.Add(counts.WaitingArea, counts.Seconds);
        _agents.Add(counts.OnQueueArea, counts.Seconds);
        _occupancy.Add(counts.BusyArea, counts.OnQueueArea);
        _longestWait = Math.Max(_longestWait, counts.LongestWait);
        AddLevels(counts);
    }

    /// <param name="scale">How many batches make up what is told: numbers of calls are per batch.</param>
    public QueueResult Result(double scale) => new()
    {
        Name = name,
        Offered = Scaled(_offered, scale),
        Answered = Scaled(_answered, scale),
        Abandoned = Scaled(_abandoned, scale),
        StillWaiting = Scaled(_stillWaiting, scale),
        AnsweredInTime = Scaled(_answeredInTime, scale),
        AbandonedInTime = Scaled(_abandonedInTime, scale),
        ServiceLevels = [.. _levels.Select(level => level.Result())],
        AbandonmentRate = _abandonment.Result(),
        AverageSpeedOfAnswerSeconds = _answerWait.Result(),
        MeanWaitSeconds = _wait.Result(),
        MeanWaitOfAbandonedSeconds = _abandonedWait.Result(),
        LongestWaitSeconds = _longestWait,
        QueueLength = _length.Result(),
        AgentsOnQueue = _agents.Result(),
        Occupancy = _occupancy.Result(),
    };

    private static Estimate Scaled(RatioSums sums, double scale) => sums.Result() is { } mean
        ? new Estimate(mean.Value * scale, mean.HalfWidth * scale)
        : default;

    private void AddLevels(in QueueCounts counts)
    {
        var inTime = counts.AnsweredInTime;
        Level(ServiceLevelDefinition.AnsweredOfOffered).Add(inTime, counts.Offered);
        Level(ServiceLevelDefinition.AnsweredOfAnswered).Add(inTime, counts.Answered);
        Level(ServiceLevelDefinition.WithoutShortAbandons).Add(inTime, counts.Offered - counts.AbandonedInTime);
        Level(ServiceLevelDefinition.WaitedNoLonger).Add(inTime + counts.AbandonedInTime, counts.Offered);
    }

    private ref RatioSums Level(ServiceLevelDefinition definition) => ref _levels[(int)definition];
}
