using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>Days off in a row; the unit is a day too many or too few.</summary>
public sealed record ConsecutiveDaysOff(int Least, int Most = int.MaxValue) : Rule
{
    public override string Remedy => "Maybe put days off together, or allow single days off in the work plan.";

    public override string Sentence(SchedulingProblem problem) =>
        Most == int.MaxValue ? $"Has at least {Least} days off in a row." : $"Has {Least} to {Most} days off in a row.";

    internal override void Find(in RosterView roster, BreachTally tally) =>
        Runs.Find(roster, worked: false, Least, Most, tally);

    internal override void Shape(ShapeBuilder shape) => shape.OffRun(this, Least, Most);
}
