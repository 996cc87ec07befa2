using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// How many weekends may be worked; one counts when its Saturday or its Sunday is worked. The unit is a weekend.
/// </summary>
public sealed record Weekends(int Most, RuleSpan Span = RuleSpan.Period) : Rule
{
    public override string Remedy => "Maybe give the weekend to somebody with more weekends left.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Works at most {Most} weekends in {Spans.Words(Span)}.";

    internal override void Find(in RosterView roster, BreachTally tally)
    {
        foreach (var (from, to) in Spans.Of(roster.Problem, Span))
        {
            var weekends = 0;
            for (var day = from; day < to; day++)
            {
                weekends += CountsOn(roster, day) ? 1 : 0;
            }

            tally.Add(weekends - Most, from, to - 1);
        }
    }

    internal override void Shape(ShapeBuilder shape) =>
        shape.Weekends(this, Span, weekends => Math.Max(0, weekends - Most));

    // A weekend counts on the first of its days that is worked, also where the span ends between them.
    private static bool CountsOn(in RosterView roster, int day) => roster.Problem.WeekdayOf(day) switch
    {
        5 => roster.Works(day),
        6 => roster.Works(day) && !(day > 0 && roster.Works(day - 1)),
        _ => false,
    };
}
