using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// Paid minutes of a week or of the period. The unit is a started quarter of an hour too much or too little. A soft one
/// with only a maximum is overtime and its cost.
/// </summary>
public sealed record PaidTime(int LeastMinutes, int MostMinutes, RuleSpan Span = RuleSpan.Period) : Rule
{
    public override string Remedy => "Maybe allow other shift lengths or more days, or change the paid time.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Has {Hours(LeastMinutes)} to {Hours(MostMinutes)} paid hours in {Spans.Words(Span)}.";

    internal override void Find(in RosterView roster, BreachTally tally)
    {
        foreach (var (from, to) in Spans.Of(roster.Problem, Span))
        {
            var paid = 0;
            for (var day = from; day < to; day++)
            {
                paid += roster.Works(day) ? roster.Shift(day).Paid : 0;
            }

            tally.Add(Quarters(LeastMinutes - paid) + Quarters(paid - MostMinutes), from, to - 1);
        }
    }

    internal override void Shape(ShapeBuilder shape) => shape.Paid(this, Span, paid =>
        Quarters(LeastMinutes - paid) + Quarters(paid - MostMinutes));

    private static int Quarters(int minutes) => Math.Max(0, (minutes + 14) / 15);

    private static string Hours(int minutes) => (minutes / 60.0).ToString("0.##", Culture);

    private static readonly System.Globalization.CultureInfo Culture =
        System.Globalization.CultureInfo.InvariantCulture;
}
