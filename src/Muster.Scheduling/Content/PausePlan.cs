using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Content;

/// <summary>The pauses of an option one by one, in intervals of the grid.</summary>
internal sealed class PausePlan
{
    private PausePlan(int count) =>
        (Length, Earliest, Latest, Gap) = (new int[count], new int[count], new int[count], new int[count]);

    public int Count => Length.Length;

    public int[] Length { get; }

    /// <summary>Of its start, from the start of the shift.</summary>
    public int[] Earliest { get; }

    /// <summary>Inclusive.</summary>
    public int[] Latest { get; }

    /// <summary>After the pause before.</summary>
    public int[] Gap { get; }

    public static PausePlan Of(ShiftOption option, ShiftGrid grid)
    {
        var pauses = option.Breaks.SelectMany(rule => Enumerable.Repeat(rule, rule.Count)).ToList();
        var plan = new PausePlan(pauses.Count);
        for (var i = 0; i < pauses.Count; i++)
        {
            var rule = pauses[i];
            plan.Length[i] = grid.SlotsOf(rule.Minutes);
            plan.Earliest[i] = grid.SlotsOf(rule.EarliestAfterStart);
            plan.Latest[i] = Math.Min(
                grid.SlotsOf(rule.LatestAfterStart ?? option.Length),
                grid.SlotsOf(option.Length - rule.EndsBeforeStop) - plan.Length[i]);
            plan.Gap[i] = grid.SlotsOf(rule.MinGap);
        }

        return plan;
    }
}
