namespace Muster.Evaluation.Centres;

/// <summary>The rules that one shift keeps or breaks by itself.</summary>
internal sealed class ShiftCheck(CentreAgent agent, CentreShift shift, int days)
{
    private const int LengthStep = 30;

    private readonly WorkPlan _plan = agent.Plan;

    /// <summary>Presence without the rests that are not paid; null when the plan has no such length.</summary>
    public static int? PaidMinutes(WorkPlan plan, CentreShift shift)
    {
        var presence = shift.Slots * CentreInstance.SlotMinutes;
        // Which rests a shift has depends on what is paid of it, and the other way round: the first length that fits.
        for (var paid = plan.MinShiftMinutes; paid <= plan.MaxShiftMinutes; paid += LengthStep)
        {
            if (plan.Presence(paid) == presence)
            {
                return paid;
            }
        }

        return null;
    }

    public IEnumerable<Breach> Breaches() => [.. When(), .. Length()];

    private IEnumerable<Breach> When()
    {
        var clock = shift.Start % CentreInstance.SlotsPerDay;
        if (clock < _plan.EarliestStart || clock > _plan.LatestStart)
        {
            yield return Breach("start", $"slot {clock}, {_plan.EarliestStart} to {_plan.LatestStart} are allowed.");
        }

        if (shift.Day >= days)
        {
            yield return Breach("horizon", $"starts behind its {days} days.");
        }

        if (agent.DaysOff.Contains(shift.Day))
        {
            yield return Breach("day off", "works.");
        }
    }

    private IEnumerable<Breach> Length()
    {
        var presence = shift.Slots * CentreInstance.SlotMinutes;
        if (PaidMinutes(_plan, shift) is not { } paid)
        {
            return [Breach("shift length", $"{presence} minutes from start to end are no length of {_plan.Name}.")];
        }

        var rules = _plan.RestsOf(paid).ToList();
        return rules.Count == shift.Rests.Count
            ? [.. rules.Zip(shift.Rests).SelectMany(pair => Rest(pair.First, pair.Second)), .. Gaps()]
            : [Breach("number of rests", $"{shift.Rests.Count} instead of {rules.Count}.")];
    }

    private IEnumerable<Breach> Rest(RestRule rule, CentreRest rest)
    {
        var after = (rest.Slot - shift.Start) * CentreInstance.SlotMinutes;
        if (after < rule.Earliest || after > rule.Latest)
        {
            yield return Breach(rule.Name,
                $"{after} minutes after the start, {rule.Earliest} to {rule.Latest} are allowed.");
        }

        if (rest.Slots * CentreInstance.SlotMinutes != rule.Minutes)
        {
            yield return Breach(rule.Name,
                $"{rest.Slots * CentreInstance.SlotMinutes} minutes instead of {rule.Minutes}.");
        }
    }

    private IEnumerable<Breach> Gaps()
    {
        var from = shift.Start;
        foreach (var (until, next) in shift.Rests.Select(rest => (rest.Slot, rest.Slot + rest.Slots))
            .Append((shift.End, shift.End)))
        {
            var work = (until - from) * CentreInstance.SlotMinutes;
            if (work < CentreInstance.MinWorkMinutes)
            {
                yield return Breach("time between rests",
                    $"{work} minutes, at least {CentreInstance.MinWorkMinutes}.");
            }

            from = next;
        }
    }

    private Breach Breach(string rule, string facts) => new(agent.Id, shift.Day, rule, facts);
}
