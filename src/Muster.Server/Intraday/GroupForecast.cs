using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Forecasting.Results;
using Muster.Forecasting.Staffing;
using Muster.Server.Demand;

namespace Muster.Server.Intraday;

/// <summary>A planning group's forecast of a day, with layers, and what it is staffed by. Pure.</summary>
/// <param name="HandleSeconds">Mean by hour of the day; null: the history does not tell.</param>
public sealed record GroupForecast(
    PlanningGroup Group, DayFrame Frame, Forecast Machine, ForecastDay Day, StaffingTerms Terms, ServiceGoal? Goal,
    IReadOnlyList<double>? HandleSeconds)
{
    private const int MinutesPerHour = 60;

    private readonly Lock _lock = new();
    private (IReadOnlyList<RequirementRow?>, string?)? _required;

    public StaffingGoals Goals => Requirements.GoalsOf(Goal) with { MinimumAgents = Terms.MinimumAgents };

    /// <summary>By elapsed interval; 0 where it is closed.</summary>
    public IReadOnlyList<double> Volumes => Elapsed(Day, slot => Day.Volumes[slot]);

    /// <summary>As forecast in the morning, by clock slot. Safe for many threads: days share it.</summary>
    public (IReadOnlyList<RequirementRow?> Rows, string? Trouble) Required
    {
        get
        {
            lock (_lock)
            {
                return _required ??= Require(Day, 1);
            }
        }
    }

    /// <summary>Mean handle time of an interval; null: nobody knows.</summary>
    /// <param name="slot">By what clocks show.</param>
    public double? HandleAt(int slot) => Terms.HandleSeconds ?? HandleSeconds?[slot * Frame.Minutes / MinutesPerHour];

    /// <summary>What is required, by clock slot; all null with the reason when it cannot be reckoned.</summary>
    /// <param name="day">As forecast, or as forecast again.</param>
    /// <param name="handleFactor">By what handle times are longer than forecast.</param>
    public (IReadOnlyList<RequirementRow?> Rows, string? Trouble) Require(ForecastDay day, double handleFactor)
    {
        var terms = Terms with { HandleSeconds = Terms.HandleSeconds * handleFactor };
        var handle = HandleSeconds?.Select(value => value * handleFactor).ToList();
        var required = Requirements.Of(Machine, [day], terms, Goal, handle);
        return required.Refused is { } refused
            ? (new RequirementRow?[day.Volumes.Count], EngineRefusal.Text(refused))
            : (required.Value[0].Rows, null);
    }

    /// <summary>How an interval is served by so many agents, who may be a part of somebody.</summary>
    /// <returns>Null when it cannot be reckoned.</returns>
    public QueueFigures? Reached(double contacts, double? handleSeconds, double agents)
    {
        if (handleSeconds is not > 0)
        {
            return null;
        }

        var work = new Workload(contacts, handleSeconds.Value)
        {
            IntervalSeconds = Frame.Minutes * 60,
            PatienceSeconds = Terms.PatienceSeconds,
            AtOnce = Terms.AtOnce,
        };
        var whole = (int)Math.Floor(agents);
        var (below, above) = (At(work, whole), At(work, whole + 1));
        var part = agents - whole;
        return below is { } few && above is { } more
            ? few with
            {
                ServiceLevel = few.ServiceLevel + (part * (more.ServiceLevel - few.ServiceLevel)),
                Abandonment = few.Abandonment + (part * (more.Abandonment - few.Abandonment)),
            }
            : null;
    }

    public IReadOnlyList<T> Elapsed<T>(ForecastDay day, Func<int, T> bySlot) =>
        [.. Frame.ClockSlots.Select(slot => slot < day.Volumes.Count ? bySlot(slot) : bySlot(day.Volumes.Count - 1))];

    private QueueFigures? At(in Workload work, int agents)
    {
        var reached = StaffingEngine.Reached(work, agents, Goals);
        return reached.Refused is null ? reached.Value : null;
    }
}
