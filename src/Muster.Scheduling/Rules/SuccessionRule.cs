using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>A rule on what follows what on consecutive days.</summary>
public abstract record SuccessionRule : Rule
{
    /// <summary>By how much an option on the day after another breaks it; 0: not at all.</summary>
    internal abstract int AmountOf(SchedulingProblem problem, int first, int next);

    internal sealed override void Find(in RosterView roster, BreachTally tally)
    {
        if (roster.History?.LastOption is { } last && roster.Works(0))
        {
            tally.Add(AmountOf(roster.Problem, last, roster[0]), 0, 0);
        }

        for (var day = 1; day < roster.Days; day++)
        {
            if (roster.Works(day - 1) && roster.Works(day))
            {
                tally.Add(AmountOf(roster.Problem, roster[day - 1], roster[day]), day - 1, day);
            }
        }
    }

    internal sealed override void Shape(ShapeBuilder shape) =>
        shape.PerPair(this, (first, next) => AmountOf(shape.Problem, first, next));
}
