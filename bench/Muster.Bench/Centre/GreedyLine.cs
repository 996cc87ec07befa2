using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>The shifts that one agent has so far, and what may still be added.</summary>
internal sealed class GreedyLine(CentreInstance instance, CentreAgent agent)
{
    private readonly ShiftPattern?[] _days = new ShiftPattern?[instance.Days];

    public WorkPlan Plan => agent.Plan;

    public int Skills => agent.Skills;

    public IEnumerable<CentreShift> Shifts =>
        _days.Index().Where(day => day.Item is not null).Select(day => day.Item!.At(agent.Id, day.Index));

    public void Add(int day, ShiftPattern pattern) => _days[day] = pattern;

    public bool MayWork(int day) =>
        _days[day] is null && !agent.DaysOff.Contains(day) && RunWith(day) <= CentreInstance.MaxConsecutiveDays
        && (day % 7 < 5 || IsWorked(day / 7) || WeekendsTaken(day / 7) < instance.MaxWeekends)
        && Week(day).Count(shift => shift is not null) < Plan.MaxDaysPerWeek;

    public bool MayAdd(int day, ShiftPattern pattern)
    {
        var worked = Week(day).Where(shift => shift is not null).ToList();
        var (minutes, left) = (worked.Sum(shift => shift!.PaidMinutes) + pattern.PaidMinutes, worked.Count + 1);
        var (must, may) = (Math.Max(0, Plan.MinDaysPerWeek - left), Plan.MaxDaysPerWeek - left);
        return minutes + (must * Plan.MinShiftMinutes) <= Plan.MaxMinutesPerWeek
            && minutes + (may * Plan.MaxShiftMinutes) >= Plan.MinMinutesPerWeek
            && IsRested(day - 1, day, pattern, isBefore: true) && IsRested(day + 1, day, pattern, isBefore: false);
    }

    private bool IsRested(int other, int day, ShiftPattern pattern, bool isBefore)
    {
        if (other < 0 || other >= instance.Days || _days[other] is not { } neighbour)
        {
            return true;
        }

        var (first, next) = isBefore ? (neighbour, pattern) : (pattern, neighbour);
        var rest = CentreInstance.SlotsPerDay + next.Start - first.Start - first.Slots;
        return rest * CentreInstance.SlotMinutes >= CentreInstance.MinRestMinutes;
    }

    private IEnumerable<ShiftPattern?> Week(int day) => _days.Skip(day / 7 * 7).Take(7);

    private int RunWith(int day)
    {
        var (first, last) = (day, day);
        while (first > 0 && _days[first - 1] is not null)
        {
            first--;
        }

        while (last < instance.Days - 1 && _days[last + 1] is not null)
        {
            last++;
        }

        return last - first + 1;
    }

    private bool IsWorked(int week) => _days[(7 * week) + 5] is not null || _days[(7 * week) + 6] is not null;

    /// <summary>Other weekends that are worked, or must be because of a day off in their week.</summary>
    private int WeekendsTaken(int week) => Enumerable.Range(0, instance.Days / 7)
        .Count(other => other != week && (IsWorked(other)
            || (other > week && Enumerable.Range(7 * other, 5).Any(agent.DaysOff.Contains))));
}
