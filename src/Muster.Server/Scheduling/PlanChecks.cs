using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Scheduling.Explain;
using Muster.Scheduling.Problem;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>Asks the engine whether any roster keeps the rules of a work plan.</summary>
public static class PlanChecks
{
    private const int Days = 28;

    // From the first beginning of a week in an ordinary month on: no clocks are moved, and every week is whole.
    private static readonly LocalDate January = new(2024, 1, 1);

    /// <param name="known">With what the plan refers to.</param>
    public static PlanVerdict Of(WorkPlan plan, OrganizationSnapshot known)
    {
        var checks = new FieldChecks();
        plan.Check(checks);
        plan.CheckAmong(known.With(plan), checks);
        if (checks.Refusal is Refusal.Invalid { Errors: var errors })
        {
            return new PlanVerdict(false, errors, []);
        }

        var weekStart = known.BusinessUnits.Find(plan.BusinessUnitId)?.WeekStart ?? IsoDayOfWeek.Monday;
        var firstDay = January.PlusDays(-1).Next(weekStart);
        var calendar = new BuildCalendar(DateTimeZone.Utc, firstDay, Days);
        var shifts = PlanShifts.Of(plan, known, calendar);
        if (shifts.Options.Count == 0)
        {
            return new PlanVerdict(false, [], [NoShift(plan)]);
        }

        var problem = new SchedulingProblem
        {
            Days = Days,
            FirstDay = firstDay,
            WeekStart = weekStart,
            Options = shifts.Options,
            Demand = new IntervalDemand { Groups = ["Nothing"], IntervalMinutes = PlanShifts.FinestGrid, Needs = [] },
            Employees =
            [
                new Employee { Name = "Somebody", Rules = shifts.RulesOf(calendar.Days, _ => false) },
            ],
        };
        var found = ContradictionFinder.Of(problem, 0);
        return new PlanVerdict(found.Count == 0, [], [.. found.Select(one => one.Text)]);
    }

    private static string NoShift(WorkPlan plan) => string.Create(CultureInfo.InvariantCulture,
        $"No shift of {plan.ShiftMinutes.Min} to {plan.ShiftMinutes.Max} minutes between {plan.EarliestStart:HH:mm} "
        + $"and {plan.LatestStop:HH:mm}, less its unpaid breaks, has {plan.PaidMinutesPerDay.Min} to "
        + $"{plan.PaidMinutesPerDay.Max} paid minutes.\n"
        + $"Maybe allow other lengths of shifts, or other paid minutes a day.");
}
