using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Engine;

/// <summary>A queue in a run: its calls to come and what they bring with them.</summary>
internal sealed class QueueState
{
    private readonly Distribution _handleTime;
    private readonly Distribution _patience;
    private readonly Distribution _afterCallWork;
    private readonly RandomStream _handleTimes;
    private readonly RandomStream _patiences;
    private readonly RandomStream _afterCallWorks;
    private readonly bool _isReplayed;

    public QueueState(CentreModel model, int index, RandomStream stream)
    {
        var queue = model.Queues[index];
        RandomStream Of(Draw what, int branch) => stream.Split((ulong)what).Split((ulong)branch);
        (_handleTime, _patience, _afterCallWork) = (queue.HandleTime, queue.Patience, queue.AfterCallWork);
        _handleTimes = Of(Draw.HandleTime, index);
        _patiences = Of(Draw.Patience, index);
        _afterCallWorks = Of(Draw.AfterCallWork, index);
        HasAfterCallWork = queue.AfterCallWork.Mean > 0;
        AnswerWithin = queue.AnswerWithinSeconds;
        _isReplayed = queue.Arrivals.Calls is not null;
        Arrivals = queue.Arrivals.Calls is { } calls
            ? new ReplayedArrivals(calls, model.HorizonSeconds)
            : new PoissonArrivals(
                queue, model.HorizonSeconds, Of(Draw.Arrival, index),
                Of(Draw.DayFactor, model.SharedDayFactor ? 0 : index));
    }

    public ArrivalSource Arrivals { get; }

    public double AnswerWithin { get; }

    public bool HasAfterCallWork { get; }

    /// <summary>How many calls arrived; the number of the next one.</summary>
    public ulong Arrived { get; set; }

    public double HandleTimeOf(ulong number) =>
        _isReplayed && Arrivals.Recorded(number).HandleSeconds is { } seconds
            ? seconds
            : _handleTime.At(_handleTimes.At(number));

    public double PatienceOf(ulong number) =>
        _isReplayed && Arrivals.Recorded(number).PatienceSeconds is { } seconds
            ? seconds
            : _patience.At(_patiences.At(number));

    public double AfterCallWorkOf(ulong number) => _afterCallWork.At(_afterCallWorks.At(number));
}
