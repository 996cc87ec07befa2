namespace Muster.Adherence.Results;

/// <summary>
/// Seconds of an agent, or of many agents, in an interval or a longer range: totals of whatever range are sums of
/// totals of its intervals. <c>Scheduled</c> is time in which something is scheduled that is not time off.
/// </summary>
public record struct AdherenceTotals
{
    private ActualSeconds _actual;

    /// <summary>The sum of the next five.</summary>
    public readonly long Scheduled => In + Out + Explained + Unknown + Ignored;

    /// <summary>Scheduled and in.</summary>
    public long In { get; set; }

    /// <summary>Scheduled and out.</summary>
    public long Out { get; set; }

    /// <summary>Scheduled and explained.</summary>
    public long Explained { get; set; }

    /// <summary>Scheduled and unknown.</summary>
    public long Unknown { get; set; }

    /// <summary>Scheduled and ignored.</summary>
    public long Ignored { get; set; }

    /// <summary>Unscheduled, not explained.</summary>
    public long Unscheduled { get; set; }

    /// <summary>Explained where nothing is scheduled, or time off.</summary>
    public long UnscheduledExplained { get; set; }

    /// <summary>Scheduled on queue.</summary>
    public long ScheduledOnQueue { get; set; }

    /// <summary>
    /// Scheduled on an activity that counts as work and is on queue, meeting, training or other work; without unknown
    /// and ignored time.
    /// </summary>
    public long ScheduledWork { get; set; }

    /// <summary>
    /// On queue, in a meeting, in training or at other work, scheduled or not; without ignored time.
    /// </summary>
    public long Work { get; set; }

    /// <summary>By what the agent did; all of the time, also where nothing is scheduled.</summary>
    public readonly ActualSeconds Actual => _actual;

    /// <summary>(in + explained) / (in + explained + out), of scheduled time; null: there is none of these.</summary>
    public readonly double? AdherencePercent =>
        In + Explained + Out is > 0 and var judged ? 100.0 * (In + Explained) / judged : null;

    /// <summary>Work / scheduled work; null: no work is scheduled. Above 100 for those who work more.</summary>
    public readonly double? ConformancePercent => ScheduledWork > 0 ? 100.0 * Work / ScheduledWork : null;

    /// <summary>Adds seconds to what the agent did.</summary>
    public void AddActual(Actual actual, long seconds) => _actual[(int)actual] += seconds;

    /// <summary>Adds seconds to a verdict.</summary>
    /// <param name="isScheduled">Something is scheduled that is not time off.</param>
    public void AddVerdict(Verdict verdict, bool isScheduled, long seconds)
    {
        switch (verdict)
        {
            case Verdict.Unscheduled:
                Unscheduled += seconds;
                break;
            case Verdict.Explained when !isScheduled:
                UnscheduledExplained += seconds;
                break;
            case var _ when !isScheduled:
                break;
            case Verdict.In:
                In += seconds;
                break;
            case Verdict.Out:
                Out += seconds;
                break;
            case Verdict.Explained:
                Explained += seconds;
                break;
            case Verdict.Unknown:
                Unknown += seconds;
                break;
            default:
                Ignored += seconds;
                break;
        }
    }

    public void Add(in AdherenceTotals other)
    {
        In += other.In;
        Out += other.Out;
        Explained += other.Explained;
        Unknown += other.Unknown;
        Ignored += other.Ignored;
        Unscheduled += other.Unscheduled;
        UnscheduledExplained += other.UnscheduledExplained;
        ScheduledOnQueue += other.ScheduledOnQueue;
        ScheduledWork += other.ScheduledWork;
        Work += other.Work;
        for (var i = 0; i < ActualSeconds.Count; i++)
        {
            _actual[i] += other._actual[i];
        }
    }
}
