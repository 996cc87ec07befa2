using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>Saturday and Sunday are worked both or neither; the unit is a weekend.</summary>
public sealed record WholeWeekends : Rule
{
    public override string Remedy => "Maybe give the other day of the weekend as well, or take this one away.";

    public override string Sentence(SchedulingProblem problem) => "Works whole weekends or none of it.";

    internal override void Find(in RosterView roster, BreachTally tally)
    {
        for (var day = 1; day < roster.Days; day++)
        {
            var isSunday = roster.Problem.WeekdayOf(day) == 6;
            tally.Add(isSunday && roster.Works(day) != roster.Works(day - 1) ? 1 : 0, day - 1, day);
        }
    }

    internal override void Shape(ShapeBuilder shape)
    {
        for (var day = 1; day < shape.Problem.Days; day++)
        {
            if (shape.Problem.WeekdayOf(day) == 6)
            {
                shape.Turn(this, day);
            }
        }
    }
}
