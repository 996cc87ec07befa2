using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>A rule on single days: what is worked, or that nothing is. The unit is a shift unless it says more.</summary>
public abstract record ShiftRule : Rule
{
    /// <summary>By how much a shift on a day breaks it; 0: not at all.</summary>
    internal abstract int AmountOf(SchedulingProblem problem, int day, int option);

    /// <summary>By how much a day off breaks it.</summary>
    internal virtual int AmountOfDayOff(int day) => 0;

    internal sealed override void Find(in RosterView roster, BreachTally tally)
    {
        for (var day = 0; day < roster.Days; day++)
        {
            var amount = roster.Works(day) ? AmountOf(roster.Problem, day, roster[day]) : AmountOfDayOff(day);
            tally.Add(amount, day, day);
        }
    }

    internal sealed override void Shape(ShapeBuilder shape)
    {
        shape.PerShift(this, (day, option) => AmountOf(shape.Problem, day, option));
        shape.PerDayOff(this, AmountOfDayOff);
    }
}
