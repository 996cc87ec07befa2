namespace Muster.Forecasting.Staffing;

/// <summary>
/// A queue over days of uncertain volume. Parts are of the contacts of all days together, as reports add them up: a
/// busy day counts by its many contacts.
/// </summary>
internal readonly struct DayGap : IGoalGap
{
    private readonly double _load;
    private readonly int _atOnce;
    private readonly GoalLimits _limits;
    private readonly QueueModel[] _queues;
    private readonly double[] _weights;

    public DayGap(in Workload work, double thresholdSeconds, GoalLimits? limits, DayFactor factor)
    {
        (_load, _atOnce, _limits) = (work.Load, work.AtOnce, limits ?? default);
        // The service level goes from good to bad within about one root of the load.
        var days = factor.Days(0.5 / Math.Sqrt(Math.Max(_load, 1)));
        _queues = new QueueModel[days.Length];
        _weights = new double[days.Length];
        for (var i = 0; i < days.Length; i++)
        {
            _queues[i] = new QueueModel(work, _load * days[i].Factor, thresholdSeconds, limits);
            _weights[i] = days[i].Weight * days[i].Factor;
        }
    }

    public void Pair(int agents, out double below, out double at)
    {
        below = agents > 1 ? Gap(agents - 1) : GoalLimits.Widest;
        at = Gap(agents);
    }

    public QueueShares At(int agents)
    {
        var (sum, weight) = (default(QueueShares), 0.0);
        for (var i = 0; i < _queues.Length; i++)
        {
            sum = sum.Plus(_queues[i].At(agents), _weights[i]);
            weight += _weights[i];
        }

        return sum.Over(weight);
    }

    private double Gap(int agents) => _limits.Gap(At(agents), _load / ((double)agents * _atOnce));
}
