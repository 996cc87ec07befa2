using Muster.Simulation.Events;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>
/// A simulated day as the lines of a telephone system: states as they change, and every five minutes the statistics of
/// the intervals that are over and news. It knows no clock: whoever calls says how late it is, and the size of the
/// steps changes nothing. The lines of a plan are always the same, with the same positions. Not thread-safe.
/// </summary>
public sealed class DayFeed
{
    private static readonly Duration BetweenStatistics = Duration.FromMinutes(5);

    // What is still open at the end of the day is counted to its end, and told just before it.
    private static readonly Duration Settling = Duration.FromHours(3);
    private static readonly Duration Instantly = Duration.FromMilliseconds(100);
    private static readonly Duration Tiny = Duration.FromTicks(10);

    private readonly CentreFacts _facts;
    private readonly SimulationFeed _feed;
    private readonly IntervalTally _tally;
    private readonly StateWord[] _states;
    private readonly List<FeedLine> _lines = [];
    private Instant _nextStatistics;
    private long _position;

    public DayFeed(CentreFacts facts, CentrePlan plan)
    {
        _facts = facts;
        _feed = new SimulationFeed(plan.Model, plan.Seed);
        _tally = new IntervalTally(
            [.. facts.Queues.Select(queue => queue.AnswerWithinSeconds)],
            (facts.DayStart - facts.Begin).TotalSeconds, Duration.FromMinutes(facts.Minutes).TotalSeconds);
        _states = [.. facts.Agents.Select(_ => StateWords.LoggedOut)];
        _nextStatistics = facts.DayStart;
    }

    /// <summary>What every agent does by now, by key.</summary>
    public IReadOnlyDictionary<string, StateWord> States =>
        _facts.Agents.Select((agent, i) => (agent.Key, State: _states[i])).DistinctBy(one => one.Key)
            .ToDictionary(one => one.Key, one => one.State);

    public IntervalTally Tally => _tally;

    /// <summary>Of the last line.</summary>
    public long Position => _position;

    /// <summary>Goes on to an instant; what happens at it is included, what is of the next day is not.</summary>
    /// <returns>The lines since the last call.</returns>
    public IReadOnlyList<FeedLine> Advance(Instant to)
    {
        var end = Instant.Min(to, _facts.DayEnd - Tiny);
        for (; _nextStatistics <= end; _nextStatistics += BetweenStatistics)
        {
            Run(_nextStatistics);
            TellIntervals(_nextStatistics, _nextStatistics);
        }

        Run(end);
        return Taken();
    }

    /// <summary>Ends the day: all calls that came on it are counted to their end.</summary>
    public IReadOnlyList<FeedLine> Finish()
    {
        FeedLine[] last = [.. Advance(_facts.DayEnd)];
        foreach (var happened in _feed.RunUntil(_facts.DayEnd + Settling))
        {
            _tally.Add(happened);
        }

        TellIntervals(_facts.DayEnd, _facts.DayEnd - Instantly);
        return [.. last, .. Taken()];
    }

    /// <summary>
    /// The states of agents at the instant to which it has gone, as a telephone system tells them to whoever connects.
    /// </summary>
    /// <param name="told">States by key that are told already.</param>
    public IReadOnlyList<FeedLine> Snapshot(Instant at, IReadOnlyDictionary<string, StateWord> told)
    {
        var news = States.Where(one => !told.TryGetValue(one.Key, out var word) || word != one.Value).ToList();

        // Before what happens then: the positions of later lines are the same with a snapshot and without one.
        var first = LineText.PositionOf(at) - news.Count;
        return
        [
            .. news.Select((one, i) => new FeedLine(
                first + i, at, LineText.OfState(first + i, at, one.Key, one.Value))),
        ];
    }

    /// <summary>
    /// The states of those who do something else at the instant to which it has gone than in a feed before this one.
    /// </summary>
    public IReadOnlyList<FeedLine> TakeOver(Instant at, DayFeed before)
    {
        _position = Math.Max(_position, before.Position);
        var told = before.States;
        foreach (var (key, word) in States.Where(one => told.TryGetValue(one.Key, out var said) && said != one.Value))
        {
            var position = NextPosition(at);
            _lines.Add(new FeedLine(position, at, LineText.OfState(position, at, key, word)));
        }

        return Taken();
    }

    private void Run(Instant to)
    {
        foreach (var happened in _feed.RunUntil(to))
        {
            _tally.Add(happened);
            if (StateWords.Of(happened) is { } word && word != _states[happened.Agent])
            {
                _states[happened.Agent] = word;
                var at = _feed.InstantOf(happened.AtSeconds);
                var position = NextPosition(at);
                _lines.Add(new FeedLine(
                    position, at, LineText.OfState(position, at, _facts.Agents[happened.Agent].Key, word)));
            }
        }
    }

    private void TellIntervals(Instant over, Instant at)
    {
        foreach (var told in _tally.News((over - _facts.Begin).TotalSeconds))
        {
            var begin = _facts.DayStart + Duration.FromMinutes((long)told.Interval * _facts.Minutes);
            var position = NextPosition(at);
            _lines.Add(new FeedLine(position, at, LineText.OfInterval(
                position, (_facts.Queues[told.Queue].Id, begin, _facts.Minutes), told.Counts)));
        }
    }

    private long NextPosition(Instant at) => _position = Math.Max(_position + 1, LineText.PositionOf(at));

    private FeedLine[] Taken()
    {
        FeedLine[] lines = [.. _lines];
        _lines.Clear();
        return lines;
    }
}
