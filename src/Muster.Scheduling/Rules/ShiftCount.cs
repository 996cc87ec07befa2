using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// How many shifts of some options are worked in a week or in the period. A soft maximum at the fair share of unpopular
/// shifts spreads them. The unit is a shift too many or too few.
/// </summary>
public sealed record ShiftCount(IReadOnlyList<int> Options, int Least, int Most) : Rule
{
    public RuleSpan Span { get; init; }

    public override string Remedy => "Maybe give some of these shifts to somebody with fewer of them.";

    public override string Sentence(SchedulingProblem problem)
    {
        var names = string.Join(", ", Options.Select(option => problem.Options[option].Name));
        return $"Works {Least} to {Most} shifts of {names} in {Spans.Words(Span)}.";
    }

    internal override void Find(in RosterView roster, BreachTally tally)
    {
        foreach (var (from, to) in Spans.Of(roster.Problem, Span))
        {
            var count = 0;
            for (var day = from; day < to; day++)
            {
                count += Options.Contains(roster[day]) ? 1 : 0;
            }

            tally.Add(Math.Max(0, Least - count) + Math.Max(0, count - Most), from, to - 1);
        }
    }

    internal override void Shape(ShapeBuilder shape) => shape.Count(this, Span, Least, Most, Options);
}
