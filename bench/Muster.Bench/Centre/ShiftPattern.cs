using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>A shift that a plan allows, its rests in the middle of their windows.</summary>
/// <param name="Start">Slot since midnight.</param>
/// <param name="OnQueue">Slots from the start.</param>
internal sealed record ShiftPattern(int Start, int Slots, int PaidMinutes, CentreRest[] Rests, int[] OnQueue)
{
    public static IReadOnlyList<ShiftPattern> Of(WorkPlan plan)
    {
        var patterns = new List<ShiftPattern>();
        for (var start = plan.EarliestStart; start <= plan.LatestStart; start++)
        {
            for (var paid = plan.MinShiftMinutes; paid <= plan.MaxShiftMinutes; paid += 30)
            {
                patterns.Add(Make(plan, start, paid));
            }
        }

        return patterns;
    }

    public CentreShift At(string agent, int day)
    {
        var first = (day * CentreInstance.SlotsPerDay) + Start;
        return new(agent, first, Slots, [.. Rests.Select(rest => rest with { Slot = rest.Slot + first })]);
    }

    private static ShiftPattern Make(WorkPlan plan, int start, int paid)
    {
        var slots = plan.Presence(paid) / CentreInstance.SlotMinutes;
        var rests = new List<CentreRest>();
        foreach (var rule in plan.RestsOf(paid))
        {
            var latest = Math.Min(rule.Latest, (slots * CentreInstance.SlotMinutes) - 60 - rule.Minutes);
            var middle = (rule.Earliest + latest) / 2 / CentreInstance.SlotMinutes;
            rests.Add(new(middle, rule.Minutes / CentreInstance.SlotMinutes));
        }

        var shift = new CentreShift("", 0, slots, rests);
        return new(start, slots, paid, [.. rests], [.. shift.OnQueue()]);
    }
}
