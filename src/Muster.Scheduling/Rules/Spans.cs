using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>Cuts the planning period into the spans of a rule.</summary>
internal static class Spans
{
    /// <summary>Half-open day ranges that cover the period.</summary>
    public static IReadOnlyList<(int From, int To)> Of(SchedulingProblem problem, RuleSpan span)
    {
        var weeks = span switch
        {
            RuleSpan.Week => 1,
            RuleSpan.FourWeeks => 4,
            _ => int.MaxValue,
        };
        return [.. Enumerable.Range(0, problem.Days)
            .GroupBy(day => problem.WeekOf(day) / weeks)
            .Select(days => (days.First(), days.Last() + 1))];
    }

    /// <summary>In words: "a week".</summary>
    public static string Words(RuleSpan span) => span switch
    {
        RuleSpan.Week => "a week",
        RuleSpan.FourWeeks => "four weeks",
        _ => "the period",
    };
}
