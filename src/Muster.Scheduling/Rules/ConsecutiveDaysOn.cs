using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>Days worked in a row; the unit is a day too many or too few.</summary>
public sealed record ConsecutiveDaysOn(int Least, int Most) : Rule
{
    public override string Remedy => "Maybe move a day off next to it, or allow longer runs in the work plan.";

    public override string Sentence(SchedulingProblem problem) =>
        Least > 1 ? $"Works {Least} to {Most} days in a row." : $"Works at most {Most} days in a row.";

    internal override void Find(in RosterView roster, BreachTally tally) =>
        Runs.Find(roster, worked: true, Least, Most, tally);

    internal override void Shape(ShapeBuilder shape) => shape.WorkRun(this, Least, Most);
}
