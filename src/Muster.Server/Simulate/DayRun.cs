using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>
/// Sends a simulated day: what is over as fast as was asked for, in parts, and then what happens when it happens.
/// </summary>
internal sealed class DayRun
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // Of the past at once, so that news come and memory is not filled.
    private static readonly Duration Part = Duration.FromMinutes(15);

    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(30);

    private readonly SimulateOptions _options;
    private readonly Outages _outages;
    private readonly SimulateWindow _window;
    private readonly List<FeedLine> _pending = [];
    private CentreFacts _facts;
    private CentrePlan _plan;
    private DayFeed _feed;
    private Instant _now;

    public DayRun(CentreFacts facts, SimulateOptions options, SimulateWindow window)
    {
        (_facts, _options, _window) = (facts, options, window);
        _plan = CentrePlan.Of(facts, options.Habits, options.Seed);
        _feed = new DayFeed(facts, _plan);
        _outages = new Outages(facts, options.Habits, options.Seed);
        _now = facts.Begin;
    }

    /// <summary>What agents were told to do last, by key.</summary>
    public IReadOnlyDictionary<string, StateWord> States => _feed.States;

    public SimulatedDay Result => new(
        _facts.Day, _now.InZone(_facts.Zone),
        [.. _facts.Queues.Select((queue, i) => new SimulatedQueue(queue.Id, _feed.Tally.Of(i)))],
        _plan.Scheduled, _plan.Sick, _plan.Late, _plan.LeavingEarly);

    /// <param name="told">States by key that were told of the day before.</param>
    public void Begin(IReadOnlyDictionary<string, StateWord> told)
    {
        if (_window.Last is { } last)
        {
            // The lines of a plan are always the same: what the node has is passed over.
            _pending.AddRange(_feed.Advance(_window.Begin).Where(line => line.Position > last));
        }
        else
        {
            _feed.Advance(_window.Begin);
            _pending.AddRange(_feed.Snapshot(_window.Begin, told));
        }

        _now = _window.Begin;
    }

    /// <summary>Whether another schedule was published; agents follow it from now on.</summary>
    public bool Follow(CentreFacts facts)
    {
        if (_facts.HasSameSchedules(facts))
        {
            return false;
        }

        // Calls come as they were to come: a new forecast is one of another day's work.
        var before = _feed;
        _facts = facts with { Queues = _facts.Queues };
        _plan = CentrePlan.Of(_facts, _options.Habits, _options.Seed);
        _feed = new DayFeed(_facts, _plan);
        _feed.Advance(_now);
        _pending.AddRange(_feed.TakeOver(_now, before));
        return true;
    }

    /// <summary>Sends the day to its end, or until it is stopped.</summary>
    /// <param name="look">Looks whether another schedule was published; asked now and then while it is live.</param>
    public async Task RunAsync(
        LineOutlet outlet, SimulatedClock clock, Action<SimulateNews>? news, Func<CancellationToken, Task> look,
        CancellationToken token)
    {
        var looked = clock.Time.GetTimestamp();
        while (_now < _window.Until)
        {
            var present = Instant.Min(clock.Now, _window.Until);
            await GoAsync(present, outlet, news, token);
            if (_now < present || _now >= _window.Until)
            {
                continue;
            }

            if (clock.Time.GetElapsedTime(looked) > BetweenReadings)
            {
                await look(token);
                looked = clock.Time.GetTimestamp();
            }

            await Task.Delay(Look, clock.Time, token);
        }
    }

    private async Task GoAsync(
        Instant present, LineOutlet outlet, Action<SimulateNews>? news, CancellationToken token)
    {
        _now = Instant.Max(_now, Instant.Min(present, _now + Part));
        var lines = _now < _facts.DayEnd ? _feed.Advance(_now) : _feed.Finish();
        _pending.AddRange(lines.Where(line => _window.Last is not { } last || line.Position > last));
        var isOut = _outages.Has(_now) && _now < _window.Until;
        await SendAsync(outlet, isOut, token);
        news?.Invoke(new SimulateNews(_now.InZone(_facts.Zone), outlet.Accepted, Calls, isOut));
    }

    private IntervalCounts Calls => _facts.Queues.Index()
        .Aggregate(default(IntervalCounts), (sum, queue) => sum + _feed.Tally.Of(queue.Index));

    private async Task SendAsync(LineOutlet outlet, bool isOut, CancellationToken token)
    {
        if (isOut)
        {
            return;
        }

        await outlet.SendAsync(_pending, _now, token);
        _pending.Clear();
        await outlet.LiveAsync(_now, token);
    }
}
