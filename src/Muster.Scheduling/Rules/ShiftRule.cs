using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>A rule on single days: what is worked, or that nothing is. The unit is a shift or what it says.</summary>
public abstract record ShiftRule : Rule
{
    /// <summary>The one day that it is about; null: every day.</summary>
    internal virtual int? OnlyDay => null;

    /// <summary>By how much a shift on a day breaks it; 0: not at all.</summary>
    internal abstract int AmountOf(SchedulingProblem problem, int day, int option);

    /// <summary>By how much a day off breaks it.</summary>
    internal virtual int AmountOfDayOff(int day) => 0;

    internal sealed override void Find(in RosterView roster, BreachTally tally)
    {
        var (from, to) = OnlyDay is { } only ? (only, Math.Min(only + 1, roster.Days)) : (0, roster.Days);
        for (var day = from; day < to; day++)
        {
            var amount = roster.Works(day) ? AmountOf(roster.Problem, day, roster[day]) : AmountOfDayOff(day);
            tally.Add(amount, day, day);
        }
    }

    internal sealed override void Shape(ShapeBuilder shape)
    {
        var days = shape.Problem.Days;
        var (from, to) = OnlyDay is { } only ? (only, Math.Min(only + 1, days)) : (0, days);
        for (var day = from; day < to; day++)
        {
            shape.PerShift(this, day);
            shape.PerDayOff(this, day, AmountOfDayOff(day));
        }
    }
}
