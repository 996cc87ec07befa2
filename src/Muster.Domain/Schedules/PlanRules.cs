using System.Globalization;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>
/// Which rules of a work plan an agent's days break, each in a sentence. Rules of weeks are judged where all days of
/// the week are given.
/// </summary>
/// <param name="zone">Of the agent's unit.</param>
/// <param name="codes">What an activity is; null: not known any more, and so neither paid nor a break.</param>
public sealed class PlanRules(
    WorkPlan plan, DateTimeZone zone, IsoDayOfWeek weekStart, Func<ActivityCodeId, ActivityCode?> codes)
{
    private const int DaysOfWeek = 7;
    private const int WeeksOfWeekendRule = 4;

    /// <param name="days">In order, each day once, without gaps.</param>
    public IReadOnlyList<PlanBreach> Breaches(IReadOnlyList<(LocalDate Day, DayContent Content)> days)
    {
        var worked = days.Select(day => Worked(day.Day, day.Content)).ToList();
        return
        [
            .. worked.SelectMany(OfDay),
            .. Rests(worked),
            .. Runs(worked),
            .. Weeks(worked).SelectMany(OfWeek),
            .. Weekends(worked),
        ];
    }

    private WorkedDay Worked(LocalDate day, DayContent content)
    {
        var isWorked = content.Visible().Any(activity => activity.Layer != ActivityLayer.TimeOff);
        return new WorkedDay(
            day, isWorked ? content.Shift : null, content.PaidMinutes(id => codes(id) is { Paid: true }), content);
    }

    private IEnumerable<PlanBreach> OfDay(WorkedDay day)
    {
        if (day.Shift is not { } shift)
        {
            yield break;
        }

        if (!plan.Weekdays.Contains(day.Day.DayOfWeek))
        {
            yield return Breach(day, "weekdays", $"works on a {day.Day.DayOfWeek}");
        }

        var minutes = (int)shift.Duration.TotalMinutes;
        if (minutes < plan.ShiftMinutes.Min || minutes > plan.ShiftMinutes.Max)
        {
            yield return Breach(day, "shift_minutes",
                $"has a shift of {Hours(minutes)}, outside of {Hours(plan.ShiftMinutes.Min)} to "
                + $"{Hours(plan.ShiftMinutes.Max)}");
        }

        if (day.Paid < plan.PaidMinutesPerDay.Min || day.Paid > plan.PaidMinutesPerDay.Max)
        {
            yield return Breach(day, "paid_minutes_per_day",
                $"is paid {Hours(day.Paid)}, outside of {Hours(plan.PaidMinutesPerDay.Min)} to "
                + $"{Hours(plan.PaidMinutesPerDay.Max)}");
        }

        foreach (var breach in Window(day, shift).Concat(day.HasTimeOff ? [] : Breaks(day, minutes)))
        {
            yield return breach;
        }
    }

    private IEnumerable<PlanBreach> Window(WorkedDay day, Interval shift)
    {
        var end = shift.End.InZone(zone).LocalDateTime;
        if (end <= WindowEnd(day.Day.PlusDays(-1)))
        {
            // In the small hours, in a window over midnight that began the evening before.
            yield break;
        }

        var earliest = (day.Day + plan.EarliestStart).InZone(zone, Time.ShiftTime.ShiftStart).ToInstant();
        if (shift.Start < earliest)
        {
            yield return Breach(day, "earliest_start",
                $"starts at {Clock(shift.Start)}, before {plan.EarliestStart.ToString("HH:mm", null)}");
        }

        if (end > WindowEnd(day.Day))
        {
            yield return Breach(day, "latest_stop",
                $"ends at {Clock(shift.End)}, after {plan.LatestStop.ToString("HH:mm", null)}");
        }
    }

    private LocalDateTime WindowEnd(LocalDate day) => (day + plan.EarliestStart).PlusMinutes(plan.WindowMinutes());

    private IEnumerable<PlanBreach> Breaks(WorkedDay day, int shiftMinutes) =>
        from rule in plan.Breaks
        where rule.ForShiftsFromMinutes <= shiftMinutes
        let found = day.Content.Of(ActivityLayer.Inside).Count(one => one.Code == rule.ActivityCodeId
            && one.Minutes >= rule.Minutes)
        where found < rule.Count
        select Breach(day, "breaks",
            $"has {found} of {rule.Count} times {codes(rule.ActivityCodeId)?.Name ?? "a break"} of {rule.Minutes} min");

    private IEnumerable<PlanBreach> Rests(List<WorkedDay> days) =>
        from pair in days.Where(day => day.IsWorked).Zip(days.Where(day => day.IsWorked).Skip(1))
        let rest = (int)(pair.Second.Shift!.Value.Start - pair.First.Shift!.Value.End).TotalMinutes
        where rest < plan.MinRestMinutes
        select Breach(pair.Second, "min_rest_minutes",
            $"rests {Hours(Math.Max(0, rest))} after the shift before, less than {Hours(plan.MinRestMinutes)}");

    private IEnumerable<PlanBreach> Runs(List<WorkedDay> days)
    {
        var run = 0;
        foreach (var day in days)
        {
            run = day.IsWorked ? run + 1 : 0;
            if (run > plan.MaxConsecutiveDays)
            {
                yield return Breach(day, "max_consecutive_days",
                    $"works on {run} days in a row, more than {plan.MaxConsecutiveDays}");
            }
        }
    }

    private IEnumerable<List<WorkedDay>> Weeks(List<WorkedDay> days)
    {
        var first = days.FindIndex(day => day.Day.DayOfWeek == weekStart);
        for (var at = first; at >= 0 && at + DaysOfWeek <= days.Count; at += DaysOfWeek)
        {
            yield return days.GetRange(at, DaysOfWeek);
        }
    }

    private IEnumerable<PlanBreach> OfWeek(List<WorkedDay> week)
    {
        // A week in which nothing is planned is not planned yet, or all holiday.
        if (week.All(day => day.Content.IsFree))
        {
            yield break;
        }

        var (paid, worked) = (week.Sum(day => day.Paid), week.Count(day => day.IsWorked));
        if (paid > plan.PaidMinutesPerWeek.Max || paid < plan.PaidMinutesPerWeek.Min)
        {
            yield return Breach(week[0], "paid_minutes_per_week",
                $"is paid {Hours(paid)} in this week, outside of {Hours(plan.PaidMinutesPerWeek.Min)} to "
                + $"{Hours(plan.PaidMinutesPerWeek.Max)}");
        }

        var days = week.Count(day => day.IsWorked || day.HasTimeOff);
        if (worked > plan.WorkingDaysPerWeek.Max || days < plan.WorkingDaysPerWeek.Min)
        {
            yield return Breach(week[0], "working_days_per_week",
                $"works on {worked} days of this week, outside of {plan.WorkingDaysPerWeek}");
        }
    }

    private IEnumerable<PlanBreach> Weekends(List<WorkedDay> days)
    {
        var weekends = days.Zip(days.Skip(1)).Where(pair => pair.First.Day.DayOfWeek == IsoDayOfWeek.Saturday).ToList();
        for (var at = 0; at < weekends.Count; at++)
        {
            var (saturday, sunday) = weekends[at];
            if (plan.WholeWeekends && saturday.IsWorked != sunday.IsWorked)
            {
                yield return Breach(saturday, "whole_weekends", "works on one day of the weekend only");
            }

            var four = weekends.Skip(at).Take(WeeksOfWeekendRule).ToList();
            var count = four.Count(pair => pair.First.IsWorked || pair.Second.IsWorked);
            if (four.Count == WeeksOfWeekendRule && count > plan.MaxWeekendsInFour)
            {
                yield return Breach(saturday, "max_weekends_in_four",
                    $"works on {count} of four weekends, more than {plan.MaxWeekendsInFour}");
            }
        }
    }

    private static PlanBreach Breach(WorkedDay day, string rule, string sentence) => new(day.Day, rule, sentence);

    private string Clock(Instant at) => at.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Hours(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00} h");
}
