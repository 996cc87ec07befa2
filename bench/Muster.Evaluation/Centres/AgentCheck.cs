namespace Muster.Evaluation.Centres;

/// <summary>The hard rules against the shifts of one agent, in order of their starts.</summary>
internal sealed class AgentCheck(CentreInstance instance, CentreAgent agent, IReadOnlyList<CentreShift> shifts)
{
    private readonly WorkPlan _plan = agent.Plan;

    public IEnumerable<Breach> Breaches() =>
        [.. shifts.SelectMany(Shift), .. Weeks(), .. Between(), .. Runs(), .. Weekends()];

    private IEnumerable<Breach> Shift(CentreShift shift) => new ShiftCheck(agent, shift, instance.Days).Breaches();

    private IEnumerable<Breach> Weeks()
    {
        for (var week = 0; week < instance.Days / 7; week++)
        {
            var worked = shifts.Where(shift => shift.Day / 7 == week).ToList();
            var paid = worked.Sum(shift => ShiftCheck.PaidMinutes(_plan, shift) ?? 0);
            if (worked.Count < _plan.MinDaysPerWeek || worked.Count > _plan.MaxDaysPerWeek)
            {
                yield return new(agent.Id, 7 * week, "days per week",
                    $"{worked.Count}, {_plan.MinDaysPerWeek} to {_plan.MaxDaysPerWeek} are allowed.");
            }

            if (paid < _plan.MinMinutesPerWeek || paid > _plan.MaxMinutesPerWeek)
            {
                yield return new(agent.Id, 7 * week, "paid time per week",
                    $"{paid} minutes, {_plan.MinMinutesPerWeek} to {_plan.MaxMinutesPerWeek} are allowed.");
            }
        }
    }

    private IEnumerable<Breach> Between()
    {
        foreach (var (before, after) in shifts.Zip(shifts.Skip(1)))
        {
            if (before.Day == after.Day)
            {
                yield return new(agent.Id, after.Day, "one shift a day", "starts a second time.");
            }

            var rest = (after.Start - before.End) * CentreInstance.SlotMinutes;
            if (rest < CentreInstance.MinRestMinutes)
            {
                yield return new(agent.Id, after.Day, "rest",
                    $"{rest} minutes before it, at least {CentreInstance.MinRestMinutes}.");
            }
        }
    }

    private IEnumerable<Breach> Runs()
    {
        var (last, length) = (-2, 0);
        foreach (var day in shifts.Select(shift => shift.Day).Distinct())
        {
            length = day == last + 1 ? length + 1 : 1;
            last = day;
            if (length == CentreInstance.MaxConsecutiveDays + 1)
            {
                yield return new(agent.Id, day, "maximum consecutive days",
                    $"is the {length}th day in a row, at most {CentreInstance.MaxConsecutiveDays}.");
            }
        }
    }

    private IEnumerable<Breach> Weekends()
    {
        var worked = shifts.Where(shift => shift.Day % 7 >= 5).Select(shift => shift.Day / 7).Distinct().Count();
        if (worked > instance.MaxWeekends)
        {
            yield return new(agent.Id, null, "maximum weekends", $"{worked}, at most {instance.MaxWeekends}.");
        }
    }
}
