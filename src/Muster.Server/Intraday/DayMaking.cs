using Muster.Domain.Organization;
using Muster.Forecasting.History;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Intraday;

/// <summary>Puts a business unit's day together from its planning groups. Pure; used once.</summary>
/// <param name="groups">All of the unit.</param>
internal sealed class DayMaking(
    BusinessUnit unit, DayFrame quarters, IReadOnlyList<PlanningGroup> groups, ForecastOfDay found, AgentsOfDay agents,
    ToldQueues told)
{
    private static readonly LocalTimePattern ClockText = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly List<GroupDay> _days = [];
    private readonly List<GroupForecast> _planned = [];
    private readonly List<PlanningGroup> _unplanned = [];
    private readonly Dictionary<PlanningGroupId, CameDay> _came = [];
    private readonly IReadOnlyList<IReadOnlyList<double>> _needs = [.. groups.Select(group => NeedsOf(
        found.Groups.FirstOrDefault(one => one.Group.Id == group.Id), quarters))];

    private IReadOnlyList<GroupAgents>? _agents;

    /// <summary>A group of which the day is made; of these, only those with a forecast count, if any has one.</summary>
    public void Add(PlanningGroup group, CameDay came)
    {
        var index = groups.Index().First(one => one.Item.Id == group.Id).Index;
        var forecast = found.Groups.FirstOrDefault(one => one.Group.Id == group.Id);
        _agents ??= agents.By(quarters, _needs);
        _came[group.Id] = came;
        if (forecast is null)
        {
            _unplanned.Add(group);
            var frame = new DayFrame(quarters.Date, quarters.Zone, unit.IntervalMinutes);
            _days.Add(GroupDay.Of(group, frame, came, _agents[index], told.Now));
        }
        else
        {
            _planned.Add(forecast);
            _days.Add(GroupDay.Of(forecast, came, _agents[index], told.Now));
        }
    }

    /// <param name="planned">The queues of all planning groups of the tenant.</param>
    public UnitDay Make(IReadOnlySet<string> planned)
    {
        var counted = Counted();
        var minutes = IntervalSeries.CommonLength([.. counted.Select(day => day.Frame.Minutes), unit.IntervalMinutes]);
        var frame = new DayFrame(quarters.Date, quarters.Zone, minutes);
        var same = counted.Select(day => day.To(frame)).ToList();
        var goals = _planned.Select(one => one.Goals).Select(goal => (goal.ServiceLevel, goal.ThresholdSeconds))
            .Distinct().ToList();
        return new UnitDay
        {
            Unit = unit,
            Frame = frame,
            AsOf = told.Now,
            KnownUntil = KnownUntil(),
            ScheduleVersion = agents.ScheduleVersion,
            Forecast = found.Forecast,
            Goal = goals is [({ } level, { } seconds)] ? (level, seconds) : null,
            Intervals = same.Count == 0
                ? [.. frame.Intervals.Select(interval => new IntradayInterval { Time = interval })]
                : [.. frame.Intervals.Select((_, index) =>
                    IntradayInterval.Sum([.. same.Select(day => day.Intervals[index])]))],
            Parts = [.. counted.SelectMany(day => day.Intervals)],
            Now = NowOf(counted),
            Deviations = Deviations.Largest(
                counted, day => _planned.FirstOrDefault(one => one.Group.Id == day.Group.Id)?.Goals.ServiceLevel,
                told.Now),
            Unmapped = UnmappedQueue.Of(told, planned),
        };
    }

    public IReadOnlyList<string> Notes(DayAsk asked) =>
    [
        .. found.Groups.Count > 0 && _unplanned.Count > 0 && _days.Count > 1
            ? (string[])[$"Without a forecast of the day, and so not counted here: {Names(_unplanned)}."]
            : [],
        .. found.Notes,
        .. _days.Where(day => day.Trouble is not null).Select(day => $"{day.Group.Name}: {day.Trouble}"),
        .. Behind(),
        .. Left(),
        .. Silent(),
        .. Doubles(),
        .. asked.SeesSchedules ? [] : (string[])["Who is scheduled is not shown: that takes schedule:view here."],
        .. asked.SeesAdherence ? [] : (string[])["Who is on queue is not shown: that takes adherence:view here."],
    ];

    // A group without a forecast beside one with it would look like a deviation.
    private List<GroupDay> Counted() => _planned.Count == 0
        ? _days
        : [.. _days.Where(day => _planned.Any(one => one.Group.Id == day.Group.Id))];

    private Instant? KnownUntil() => Counted().Max(day => _came[day.Group.Id].Until) is { } until
        ? Instant.Min(until, told.Now)
        : null;

    // Their actuals are compared only where they are told.
    private IEnumerable<string> Behind()
    {
        var until = KnownUntil() ?? Instant.MinValue;
        var behind = Counted().Select(day => day.Group).Where(group => IsBehind(group, until)).ToList();
        return behind.Count == 0 || (behind.Count == 1 && _days.Count == 1)
            ? []
            : [$"Not told wholly, and compared with the forecast only where it is: {Names(behind)}."];
    }

    private IEnumerable<string> Left() => _days.SelectMany(day => _came[day.Group.Id].LeftBehind.Select(left =>
        $"{day.Group.Name}: of some queues {told.Sources[left.Source]} has told only until "
            + $"{ClockText.Format(left.Since.InZone(quarters.Zone).TimeOfDay)}. "
            + "What follows is reckoned without them."));

    private IEnumerable<string> Silent() => _days.SelectMany(day => Missed(day)
        .GroupBy(one => one.Source).Select(one =>
            $"{day.Group.Name}: {told.Sources[one.Key]}, which told of them lately, has told nothing of "
                + $"{string.Join(", ", one.Select(queue => queue.Queue))} on this day. "
                + "What came there is missing here."));

    // Where nothing at all is told of a group, nobody goes on without a queue: the forecast says what should have come.
    private IEnumerable<SilentQueue> Missed(GroupDay day)
    {
        var came = _came[day.Group.Id];
        return came.Until is not null
            ? came.Missed
            : day.Intervals.Any(one => IsLongAgo(one.Time.End) && one is { Forecast.Offered: > 0 })
                ? came.Silent.Where(one => IsLongAgo(one.From))
                : [];
    }

    private bool IsLongAgo(Instant at) => at + CameDay.MostBehind <= told.Now;

    private bool IsBehind(PlanningGroup group, Instant until) =>
        _days.First(day => day.Group.Id == group.Id).Intervals
            .Any(one => one.Time.End <= until && one is { Actual: null, Forecast.Offered: > 0 });

    private (double?, double?)? NowOf(List<GroupDay> counted)
    {
        if (!quarters.Day.Contains(told.Now) || groups.Count == 0)
        {
            return null;
        }

        var at = agents.At(told.Now, quarters, _needs);
        var own = at.Where((_, index) => counted.Any(day => day.Group.Id == groups[index].Id)).ToList();
        return own.Count == 0
            ? null
            : (own[0].Scheduled[0] is null ? null : own.Sum(one => one.Scheduled[0]),
                own[0].OnQueue[0] is null ? null : own.Sum(one => one.OnQueue[0]));
    }

    // Two telephone systems may each have a queue of one name; a system and its stand-by may tell the same twice.
    private IEnumerable<string> Doubles() => _days.SelectMany(day => day.Group.Queues)
        .Select(queue => (
            Queue: queue.Id, Sources: told.ByQueue[queue.Id].Select(row => row.Source).Distinct().ToList()))
        .Where(one => one.Sources.Count > 1)
        .Select(one => $"{one.Queue} is told of by {string.Join(" and ", one.Sources.Select(s => told.Sources[s]))}: "
            + "they are added together.");

    private static double[] NeedsOf(GroupForecast? forecast, DayFrame quarters)
    {
        if (forecast is null)
        {
            return new double[quarters.Intervals.Count];
        }

        var (rows, each) = (forecast.Required.Rows, forecast.Frame.Minutes / quarters.Minutes);
        return [.. quarters.Intervals.Select((_, index) =>
            (double)(rows[forecast.Frame.ClockSlots[index / each]]?.Agents ?? 0))];
    }

    private static string Names(IEnumerable<PlanningGroup> some) => string.Join(", ", some.Select(group => group.Name));
}
