using Muster.Domain.Organization;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>A work plan as the engine has it: the shifts that it allows, and the rules that tie them.</summary>
internal sealed record PlanShifts(WorkPlan Plan, IReadOnlyList<ShiftOption> Options)
{
    /// <summary>Minutes. What a plan has finer is rounded up to it.</summary>
    public const int FinestGrid = 5;

    private const int MinutesOfDay = 24 * 60;
    private const int WeeksOfWeekendRule = 4;

    /// <summary>By length and start; those that pay too little or too much for a day are left out.</summary>
    public static PlanShifts Of(WorkPlan plan, OrganizationSnapshot organization, BuildCalendar calendar)
    {
        var options = new List<ShiftOption>();
        var longest = plan.ShiftMinutes.Max;
        for (var length = Up(plan.ShiftMinutes.Min); length <= longest; length += plan.ShiftLengthStepMinutes)
        {
            options.AddRange(new GeneratedShifts
            {
                Starts = [.. StartsOf(plan, length)],
                StartStep = plan.ShiftStartStepMinutes,
                MinLength = length,
                MaxLength = length,
                Breaks = [.. BreaksOf(plan.Breaks.Where(rule => rule.ForShiftsFromMinutes <= length), organization)],
            }.All());
        }

        options.RemoveAll(option =>
            option.Paid < plan.PaidMinutesPerDay.Min || option.Paid > plan.PaidMinutesPerDay.Max);
        return new PlanShifts(plan, [.. options, .. OddDays(options, calendar)]);
    }

    /// <summary>Every number that the grid of intervals has to divide.</summary>
    public static IEnumerable<int> Minutes(WorkPlan plan) =>
        [
            plan.ShiftStartStepMinutes, plan.ShiftLengthStepMinutes, Up(plan.ShiftMinutes.Min),
            .. plan.Breaks.SelectMany(rule => (int[])
            [
                Up(rule.Minutes), Up(rule.EarliestMinutesAfterStart), Up(rule.EndsMinutesBeforeStop),
                Up(rule.MinGapMinutes),
            ]),
        ];

    /// <param name="days">Of the planning period.</param>
    /// <param name="isFree">On which of them the agent is not employed.</param>
    public IReadOnlyList<Rule> RulesOf(IReadOnlyList<LocalDate> days, Func<LocalDate, bool> isFree)
    {
        var off = days.Index().Where(day => isFree(day.Item) || !Plan.Weekdays.Contains(day.Item.DayOfWeek)).ToList();

        // Who comes or goes in the middle cannot have the hours of whole weeks.
        var isWhole = !days.Any(isFree);
        var rules = new List<Rule>
        {
            new PaidTime(isWhole ? Plan.PaidMinutesPerWeek.Min : 0, Plan.PaidMinutesPerWeek.Max, RuleSpan.Week),
            new WorkingDays(isWhole ? Plan.WorkingDaysPerWeek.Min : 0, Plan.WorkingDaysPerWeek.Max, RuleSpan.Week),
            new ConsecutiveDaysOn(1, Plan.MaxConsecutiveDays),
            new RestBetweenShifts(Plan.MinRestMinutes),
        };
        if (Plan.MaxWeekendsInFour < WeeksOfWeekendRule)
        {
            rules.Add(new Weekends(Plan.MaxWeekendsInFour, RuleSpan.FourWeeks));
        }

        if (Options.Any(option => option.DayMinutes != MinutesOfDay))
        {
            rules.Add(new DayLength());
        }

        if (Plan.WholeWeekends)
        {
            rules.Add(new WholeWeekends());
        }

        return [.. rules, .. off.Select(day => new DayOff(day.Index))];
    }

    // On its own day each: what a window over midnight allows after midnight is a start of the day that begins there.
    private static IEnumerable<(int From, int To)> StartsOf(WorkPlan plan, int length)
    {
        var earliest = (plan.EarliestStart.Hour * 60) + plan.EarliestStart.Minute;
        var step = plan.ShiftStartStepMinutes;
        var first = (earliest + step - 1) / step * step;
        var last = earliest + plan.WindowMinutes() - length;
        if (first <= Math.Min(last, MinutesOfDay - 1))
        {
            yield return (first, Math.Min(last, MinutesOfDay - 1) + 1);
        }

        // As far as it is no start of the window's own day.
        var end = Math.Min(last - MinutesOfDay, first - 1);
        if (end >= 0)
        {
            yield return (0, end + 1);
        }
    }

    // The same shifts by the clock on days of 23 or 25 hours: a start that clocks skip is the one they show instead.
    private static IEnumerable<ShiftOption> OddDays(List<ShiftOption> options, BuildCalendar calendar) =>
        calendar.OddDays.SelectMany(day => options.Select(option => option with
        {
            Start = calendar.ElapsedAt(day, option.Start),
            DayMinutes = calendar.MinutesOf(day),
        }).DistinctBy(option => (option.Start, option.Length)));

    private static int Up(int minutes) => (minutes + FinestGrid - 1) / FinestGrid * FinestGrid;

    // A plan's gap lies after a break, the engine's before one: the first of a rule has that of the rule before.
    private static IEnumerable<ShiftBreak> BreaksOf(IEnumerable<BreakRule> rules, OrganizationSnapshot organization)
    {
        int? before = null;
        foreach (var one in rules.Select(rule => BreakOf(rule, organization)))
        {
            yield return one with { Count = 1, MinGap = before ?? one.MinGap };
            if (one.Count > 1)
            {
                yield return one with { Count = one.Count - 1 };
            }

            before = one.MinGap;
        }
    }

    private static ShiftBreak BreakOf(BreakRule rule, OrganizationSnapshot organization)
    {
        var code = organization.ActivityCodes.Find(rule.ActivityCodeId);
        return new ShiftBreak
        {
            Name = code?.Name ?? "Break",
            Minutes = Up(rule.Minutes),
            Count = rule.Count,
            Paid = code?.Paid ?? true,
            EarliestAfterStart = Up(rule.EarliestMinutesAfterStart),
            EndsBeforeStop = Up(rule.EndsMinutesBeforeStop),
            MinGap = Up(rule.MinGapMinutes),
        };
    }
}
