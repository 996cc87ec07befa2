namespace Muster.Evaluation.Tours;

/// <summary>The hard rules against the shifts of one employee, in order of their starts.</summary>
internal sealed class TourCheck(TourInstance instance, TourEmployee employee, IReadOnlyList<TourShift> shifts)
{
    public IEnumerable<Breach> Breaches() => [.. shifts.SelectMany(Shift), .. Total(), .. Between(), .. Runs()];

    private IEnumerable<Breach> Shift(TourShift shift)
    {
        if (!TourRules.MayStart(shift.Start))
        {
            yield return At(shift, "start", $"{Clock.Text(TourRules.ClockOf(shift.Start))} is no time to start.");
        }

        if (shift.Slots is < TourRules.MinShiftSlots or > TourRules.MaxShiftSlots)
        {
            yield return At(shift, "shift length", $"{Minutes(shift.Slots)} minutes, 360 to 600 are allowed.");
        }

        if (shift.Start < 0 || shift.End > instance.Slots)
        {
            yield return At(shift, "horizon", "is not wholly inside the horizon.");
        }

        foreach (var task in shift.Stretches.Select(stretch => stretch.Task).Distinct()
            .Where(task => task < 1 || task > instance.Tasks))
        {
            yield return At(shift, "known task", $"{task} is not one of 1 to {instance.Tasks}.");
        }

        foreach (var (task, slots) in Stretches(shift).Where(stretch => stretch.Slots < TourRules.MinStretchSlots))
        {
            yield return At(shift, "minimum time on a task", $"{Minutes(slots)} minutes on task {task}, at least 60.");
        }
    }

    private IEnumerable<Breach> Total()
    {
        var minutes = Minutes(shifts.Sum(shift => shift.Slots));
        if (minutes < employee.MinMinutes)
        {
            yield return new(employee.Id, null, "minimum time", $"{minutes} minutes, at least {employee.MinMinutes}.");
        }

        if (minutes > employee.MaxMinutes)
        {
            yield return new(employee.Id, null, "maximum time", $"{minutes} minutes, at most {employee.MaxMinutes}.");
        }
    }

    private IEnumerable<Breach> Between()
    {
        foreach (var (before, after) in shifts.Zip(shifts.Skip(1)))
        {
            if (TourRules.DayOf(before.Start) == TourRules.DayOf(after.Start))
            {
                yield return At(after, "one shift a day", "starts a second time.");
            }

            if (after.Start - before.End < TourRules.MinRestSlots)
            {
                yield return At(after, "rest", $"{Minutes(after.Start - before.End)} minutes before it, at least 840.");
            }
        }
    }

    private IEnumerable<Breach> Runs()
    {
        var (last, length) = (int.MinValue, 0);
        foreach (var day in shifts.Select(shift => TourRules.DayOf(shift.Start)).Distinct())
        {
            length = day == last + 1 ? length + 1 : 1;
            last = day;
            if (length == TourRules.MaxConsecutiveDays + 1)
            {
                yield return new(employee.Id, day, "maximum consecutive days",
                    $"is the {length}th day in a row, at most {TourRules.MaxConsecutiveDays}.");
            }
        }
    }

    /// <summary>Neighbours of the same task are one stretch.</summary>
    private static IEnumerable<TourStretch> Stretches(TourShift shift)
    {
        var current = default(TourStretch);
        foreach (var stretch in shift.Stretches)
        {
            if (stretch.Task == current.Task)
            {
                current = current with { Slots = current.Slots + stretch.Slots };
                continue;
            }

            if (current.Slots > 0)
            {
                yield return current;
            }

            current = stretch;
        }

        if (current.Slots > 0)
        {
            yield return current;
        }
    }

    private Breach At(TourShift shift, string rule, string facts) =>
        new(employee.Id, TourRules.DayOf(shift.Start), rule, facts);

    private static int Minutes(int slots) => slots * TourRules.SlotMinutes;
}
