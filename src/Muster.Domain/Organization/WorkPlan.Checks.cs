using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Domain.Organization;

public sealed partial record WorkPlan
{
    private const int MinutesOfDay = 24 * 60;
    private const int DaysOfWeek = 7;
    private const int MostBreakRules = 20;

    private const string StepRule = "must be 5, 10, 15, 20, 30 or 60.";

    private static readonly int[] Steps = [5, 10, 15, 20, 30, 60];

    public override void Check(FieldChecks checks)
    {
        CheckNumbers(checks);
        CheckTogether(checks);
        foreach (var (i, rule) in Breaks.Take(MostBreakRules).Index())
        {
            CheckBreak(checks, $"breaks[{i}]", rule);
        }
    }

    public override void CheckAmong(OrganizationSnapshot others, FieldChecks checks)
    {
        var unpaid = 0;
        foreach (var (i, rule) in Breaks.Index())
        {
            var code = others.ActivityCodes.Find(rule.ActivityCodeId);
            checks.That(
                code is null or { Category: ActivityCategory.Break or ActivityCategory.Meal },
                $"breaks[{i}].activity_code_id",
                $"must be a break or a meal; {code?.Name} is neither.");
            unpaid += code is { Paid: false } && rule.ForShiftsFromMinutes <= ShiftMinutes.Max
                ? rule.Minutes * rule.Count
                : 0;
        }

        checks.Both(ShiftMinutes.Min - unpaid <= PaidMinutesPerDay.Max, "shift_minutes.min", "paid_minutes_per_day.max",
            $"even the shortest shift of {ShiftMinutes.Min} minutes, less {unpaid} that are not paid, pays more than "
            + $"paid_minutes_per_day.max {PaidMinutesPerDay.Max}.");
    }

    private void CheckNumbers(FieldChecks checks)
    {
        Range(checks, "paid_minutes_per_day", PaidMinutesPerDay, MinutesOfDay);
        Range(checks, "paid_minutes_per_week", PaidMinutesPerWeek, DaysOfWeek * MinutesOfDay);
        Range(checks, "working_days_per_week", WorkingDaysPerWeek, DaysOfWeek);
        Range(checks, "shift_minutes", ShiftMinutes, MinutesOfDay);
        checks
            .That(
                Weekdays.Count > 0 && Weekdays.Distinct().Count() == Weekdays.Count
                    && !Weekdays.Contains(IsoDayOfWeek.None),
                "weekdays", "must be days of the week, at least one, each once.")
            .Range("max_consecutive_days", MaxConsecutiveDays, 1, 31)
            .Range("min_rest_minutes", MinRestMinutes, 0, DaysOfWeek * MinutesOfDay)
            .Range("max_weekends_in_four", MaxWeekendsInFour, 0, 4)
            .That(Steps.Contains(ShiftLengthStepMinutes), "shift_length_step_minutes", StepRule)
            .That(Steps.Contains(ShiftStartStepMinutes), "shift_start_step_minutes", StepRule)
            .That(Breaks.Count <= MostBreakRules, "breaks", $"must be at most {MostBreakRules} rules.");
    }

    // What each rule allows by itself, but all of them together do not: no schedule could keep them.
    private void CheckTogether(FieldChecks checks)
    {
        var (day, week, days) = (PaidMinutesPerDay, PaidMinutesPerWeek, WorkingDaysPerWeek);
        var mostDays = Math.Min(days.Max, Weekdays.Count);
        var daysInRow = DaysOfWeek - (DaysOfWeek / (Math.Max(0, MaxConsecutiveDays) + 1));
        checks
            .Both((long)week.Min <= (long)mostDays * day.Max, "paid_minutes_per_week.min", "paid_minutes_per_day.max",
                $"a week of at most {mostDays} working days with paid_minutes_per_day.max {day.Max} has "
                + $"{(long)mostDays * day.Max} paid minutes, less than paid_minutes_per_week.min {week.Min}.")
            .Both((long)days.Min * day.Min <= week.Max, "paid_minutes_per_week.max", "paid_minutes_per_day.min",
                $"a week of at least {days.Min} working days with paid_minutes_per_day.min {day.Min} has "
                + $"{(long)days.Min * day.Min} paid minutes, more than paid_minutes_per_week.max {week.Max}.")
            .Both(days.Min <= Weekdays.Count, "working_days_per_week.min", "weekdays",
                $"working_days_per_week.min {days.Min} is more than the {Weekdays.Count} weekdays.")
            .Both(days.Min <= daysInRow, "working_days_per_week.min", "max_consecutive_days",
                $"with max_consecutive_days {MaxConsecutiveDays} a week has at most {daysInRow} working days, less "
                + $"than working_days_per_week.min {days.Min}.")
            .Both((long)MinRestMinutes + ShiftMinutes.Min <= MinutesOfDay, "min_rest_minutes", "shift_minutes.min",
                $"min_rest_minutes {MinRestMinutes} and shift_minutes.min {ShiftMinutes.Min} are more than 24 hours: "
                + "nobody could work on two days in a row.")
            .Both(ShiftMinutes.Min <= WindowMinutes(), "shift_minutes.min", "latest_stop",
                $"shift_minutes.min {ShiftMinutes.Min} is more than the {WindowMinutes()} minutes from earliest_start "
                + "to latest_stop.")
            .Both(day.Min <= ShiftMinutes.Max, "paid_minutes_per_day.min", "shift_minutes.max",
                $"paid_minutes_per_day.min {day.Min} is more than shift_minutes.max {ShiftMinutes.Max}.");
    }

    private void CheckBreak(FieldChecks checks, string at, BreakRule rule)
    {
        checks.Range($"{at}.minutes", rule.Minutes, 1, MinutesOfDay).Range($"{at}.count", rule.Count, 1, 20)
            .Range($"{at}.for_shifts_from_minutes", rule.ForShiftsFromMinutes, 0, MinutesOfDay)
            .Range($"{at}.earliest_minutes_after_start", rule.EarliestMinutesAfterStart, 0, MinutesOfDay)
            .Range($"{at}.ends_minutes_before_stop", rule.EndsMinutesBeforeStop, 0, MinutesOfDay)
            .Range($"{at}.min_gap_minutes", rule.MinGapMinutes, 0, MinutesOfDay);
        var shortest = Math.Max(ShiftMinutes.Min, rule.ForShiftsFromMinutes);
        var breaks = (long)rule.Minutes * rule.Count;
        var needed = breaks + ((long)rule.MinGapMinutes * (rule.Count - 1)) + rule.EarliestMinutesAfterStart
            + rule.EndsMinutesBeforeStop;
        checks
            .Both(rule.ForShiftsFromMinutes <= ShiftMinutes.Max, $"{at}.for_shifts_from_minutes", "shift_minutes.max",
                $"no shift is that long: {at}.for_shifts_from_minutes {rule.ForShiftsFromMinutes} is more than "
                + $"shift_minutes.max {ShiftMinutes.Max}.")
            .Both(breaks < shortest, $"{at}.minutes", "shift_minutes.min",
                $"{rule.Count} times {at}.minutes {rule.Minutes} does not fit into a shift of {shortest} minutes, the "
                + "shortest that has it.")
            .Both(breaks >= shortest || needed <= shortest, $"{at}.min_gap_minutes", "shift_minutes.min",
                $"with its gaps and its window {at} needs {needed} minutes, more than the shortest shift that has it, "
                + $"{shortest}.");
    }

    private static void Range(FieldChecks checks, string field, NumberRange range, int most) => checks
        .Range($"{field}.min", range.Min, 1, most).Range($"{field}.max", range.Max, 1, most)
        .Both(range.Min <= range.Max, $"{field}.min", $"{field}.max",
            $"{field}.min {range.Min} is more than {field}.max {range.Max}.");
}
