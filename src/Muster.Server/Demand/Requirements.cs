using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Results;
using Muster.Forecasting.Staffing;

namespace Muster.Server.Demand;

/// <summary>How many people a forecast takes, interval by interval.</summary>
public static class Requirements
{
    private const string Goal = "service_goal_id";

    private static readonly StaffingGoals Usual = new() { ServiceLevel = 0.8, ThresholdSeconds = 20 };

    // The engine's fields by those that people give.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["service_level"] = Goal,
        ["threshold_seconds"] = Goal,
        ["average_answer_seconds"] = Goal,
        ["max_abandonment"] = Goal,
        ["max_occupancy"] = Goal,
        ["shrinkage"] = "shrinkage_percent",
        ["contacts"] = "volume_percent",
    };

    /// <summary>Null when the terms name a goal in use of the unit, or none.</summary>
    public static Refusal? CheckGoal(OrganizationSnapshot known, BusinessUnitId unit, StaffingTerms terms) =>
        terms.ServiceGoalId is not { } id
        || (known.ServiceGoals.Find(id) is { IsRemoved: false } goal && goal.BusinessUnitId == unit)
            ? null
            : new Refusal.Invalid(Goal, $"names no service goal of the business unit: {id}.");

    /// <summary>What is to be reached; without a goal, what is usual.</summary>
    public static StaffingGoals GoalsOf(ServiceGoal? goal) => goal is null ? Usual : StaffingGoals.Of(goal);

    /// <param name="handleSeconds">By hour of the day; null when nobody knows.</param>
    /// <returns>By day, in the order of the intervals on the clock; null where it is closed.</returns>
    public static Outcome<IReadOnlyList<RequiredDay>> Of(
        Forecast machine, IReadOnlyList<ForecastDay> days, StaffingTerms terms, ServiceGoal? goal,
        IReadOnlyList<double>? handleSeconds)
    {
        if (terms.Check() is { } wrong)
        {
            return wrong;
        }

        if ((terms.HandleSeconds ?? handleSeconds?.Max()) is null or 0)
        {
            return new Refusal.Invalid("handle_seconds", "is not known: the history has no handle times.\n"
                + "Maybe give the mean handle time, 180 for instance.");
        }

        var asked = GoalsOf(goal);
        var context = new Context(machine, terms, asked with { MinimumAgents = terms.MinimumAgents }, handleSeconds);
        var required = new List<RequiredDay>(days.Count);
        foreach (var day in days)
        {
            var made = context.DayOf(day);
            if (made.Refused is { } refused)
            {
                return InOwnFields(refused);
            }

            required.Add(made.Value);
        }

        return required;
    }

    private static Refusal InOwnFields(Refusal refusal) => refusal is Refusal.Invalid invalid
        ? new Refusal.Invalid([.. EngineRefusal.Errors(invalid).Select(
            error => error with { Field = Fields.GetValueOrDefault(error.Field, error.Field) })])
        : refusal;

    private sealed record Context(
        Forecast Machine, StaffingTerms Terms, StaffingGoals Goals, IReadOnlyList<double>? HandleSeconds)
    {
        private const int MinutesPerHour = 60;
        private const double Percent = 100;

        private Shrinkage Shrinkage { get; } = Shrinkage.Of(Terms.ShrinkagePercent / Percent);

        public Outcome<RequiredDay> DayOf(ForecastDay day)
        {
            var slots = Enumerable.Range(0, day.Volumes.Count).Where(slot => day.Open[slot]).ToList();
            // A closed day takes nobody; what was forecast long ago may not know its horizon.
            DayFactor? factor = Terms.UncertainDays && !day.IsClosed
                ? new DayFactor(Math.Min(1, Math.Sqrt(Machine.AccuracyOf(day).Variation.DayVariance)))
                : null;
            var rows = StaffingEngine.Requirement([.. slots.Select(slot => Demand(day, slot))], factor);
            if (rows.Refused is { } refused)
            {
                return refused;
            }

            var bySlot = new RequirementRow?[day.Volumes.Count];
            foreach (var (index, slot) in slots.Index())
            {
                bySlot[slot] = rows.Value[index];
            }

            return new RequiredDay(day.Date, bySlot);
        }

        private IntervalDemand Demand(ForecastDay day, int slot)
        {
            var hour = slot * Machine.Minutes / MinutesPerHour;
            var handle = Terms.HandleSeconds ?? HandleSeconds![hour];
            var work = new Workload(day.Volumes[slot], handle)
            {
                IntervalSeconds = Machine.Minutes * 60,
                PatienceSeconds = Terms.PatienceSeconds,
                AtOnce = Terms.AtOnce,
            };
            return new IntervalDemand(work, Goals) { Shrinkage = Shrinkage };
        }
    }
}
