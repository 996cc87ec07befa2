using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Results;
using Muster.Forecasting.Staffing;
using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Staffing;

namespace Muster.Server.Demand.Skills;

/// <summary>
/// A planning group's day as a queue that agents share with others. Handle times and patience are exponential, as
/// Erlang's formulas have them, so that what differs from these is the sharing alone.
/// </summary>
internal sealed class SharedQueue
{
    private const int MinutesPerHour = 60;
    private const int SecondsPerMinute = 60;

    private readonly Forecast _machine;
    private readonly ForecastDay _day;
    private readonly StaffingTerms _terms;
    private readonly StaffingGoals _goals;
    private readonly IReadOnlyList<double>? _handleSeconds;
    private readonly RequiredDay _alone;

    private SharedQueue(SharedPart part, ForecastDay day, StaffingTerms terms, RequiredDay alone)
    {
        (Group, _machine, _day, _terms) = (part.Group, part.Machine, day, terms);
        (_goals, _handleSeconds, _alone) = (Requirements.GoalsOf(part.Goal), part.HandleSeconds, alone);
    }

    public PlanningGroup Group { get; }

    public int Minutes => _machine.Minutes;

    public double? MaxOccupancy => _goals.MaxOccupancy;

    public bool IsUncertain => Variation > 0;

    private double Variation => _terms.UncertainDays && !_day.IsClosed
        ? Math.Min(1, Math.Sqrt(_machine.AccuracyOf(_day).Variation.DayVariance))
        : 0;

    /// <summary>What is wrong is said of the agent groups, who are to serve it.</summary>
    public static Outcome<SharedQueue> Of(SharedPart part, ForecastDay day)
    {
        if (part.Terms.AtOnce > 1)
        {
            return Wrong(part, $"has {part.Terms.AtOnce} chats at once, and the simulation knows one at a time.\n"
                + "Maybe leave it out.");
        }

        // Of people who share, nobody can say who is the minimum of one group.
        var terms = part.Terms with { MinimumAgents = 0 };
        var alone = Requirements.Of(part.Machine, [day], terms, part.Goal, part.HandleSeconds);
        return alone.Refused switch
        {
            null => new SharedQueue(part, day, terms, alone.Value[0]),
            Refusal.Invalid invalid => Wrong(
                part, string.Join('\n', invalid.Errors.Select(error => $"{error.Field} {error.Message}"))),
            var other => other,
        };
    }

    /// <summary>Contacts that come on average from one minute of the day to another.</summary>
    public double ContactsIn(int from, int to) => Minutely(from, to).Sum(minute => minute.Contacts);

    /// <summary>The agents that Erlang needs when it has them for itself: the most of any interval between.</summary>
    public int AloneIn(int from, int to) => Enumerable
        .Range(from / Minutes, (to - 1) / Minutes + 1 - from / Minutes).Max(slot => _alone.Rows[slot]?.Agents ?? 0);

    public CallQueue Queue(int from, int to, Arrivals arrivals) => new()
    {
        Name = $"{Group.Id}",
        Arrivals = arrivals,
        HandleTime = Distribution.Exponential(HandleIn(from, to)),
        Patience = _terms.PatienceSeconds is { } patience
            ? Distribution.Exponential(patience)
            : Distribution.Never,
        AnswerWithinSeconds = _goals.ThresholdSeconds ?? 0,
        DayFactor = IsUncertain ? Distribution.Lognormal(1, Variation) : null,
    };

    public QueueGoal? Goal() => _goals.ServiceLevel is null or 0 && _goals.AverageAnswerSeconds is null
        && _goals.MaxAbandonment is null or 1
        ? null
        : new QueueGoal
        {
            Queue = $"{Group.Id}",
            ServiceLevel = _goals.ServiceLevel,
            Definition = _goals.Definition,
            AverageSpeedOfAnswerSeconds = _goals.AverageAnswerSeconds,
            AbandonmentRate = _goals.MaxAbandonment,
        };

    /// <summary>By minute, how many come in each.</summary>
    public double[] PerMinute(int from, int to) => [.. Minutely(from, to).Select(minute => minute.Contacts)];

    /// <summary>Mean handle time of what comes in between; of what comes when nothing comes, the hour's.</summary>
    public double HandleIn(int from, int to)
    {
        var (work, contacts) = (0.0, 0.0);
        foreach (var (at, share) in Minutely(from, to))
        {
            (work, contacts) = (work + share * HandleAt(at), contacts + share);
        }

        return contacts > 0 ? work / contacts : HandleAt(from);
    }

    private double HandleAt(int minute) =>
        _terms.HandleSeconds ?? _handleSeconds?[minute / MinutesPerHour] ?? SecondsPerMinute;

    private IEnumerable<(int At, double Contacts)> Minutely(int from, int to) =>
        Enumerable.Range(from, to - from).Select(minute => (minute, AtSlot(minute / Minutes) / Minutes));

    private double AtSlot(int slot) => _day.Open[slot] && _day.Occurrences[slot] > 0 ? _day.Volumes[slot] : 0;

    private static Refusal.Invalid Wrong(SharedPart part, string message) =>
        new("agent_groups", $"serve {part.Group.Name}, which {message}");
}
