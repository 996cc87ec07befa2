using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>How many days are worked in a week or in the period; the unit is a day too many or too few.</summary>
public sealed record WorkingDays(int Least, int Most, RuleSpan Span = RuleSpan.Week) : Rule
{
    public override string Remedy => "Maybe allow longer or shorter shifts, or another number of working days.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Works {Least} to {Most} days in {Spans.Words(Span)}.";

    internal override void Find(in RosterView roster, BreachTally tally)
    {
        foreach (var (from, to) in Spans.Of(roster.Problem, Span))
        {
            var days = 0;
            for (var day = from; day < to; day++)
            {
                days += roster.Works(day) ? 1 : 0;
            }

            tally.Add(Amount(days), from, to - 1);
        }
    }

    internal override void Shape(ShapeBuilder shape) => shape.WorkDays(this, Span, Amount);

    private int Amount(int days) => Math.Max(0, Least - days) + Math.Max(0, days - Most);
}
