using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Score;

/// <summary>The score from nothing: by the rules and needs alone, without anything that the search keeps.</summary>
public static class Scoring
{
    public static ScheduleScore Of(SchedulingProblem problem, Schedule schedule)
    {
        var score = CoverageOf(problem, schedule);
        for (var employee = 0; employee < problem.Employees.Count; employee++)
        {
            score += OfEmployee(problem, employee, schedule.Of(employee));
        }

        return score;
    }

    /// <summary>
    /// How many each row of the demand gets, agents with several groups split as the needs can use them.
    /// </summary>
    public static IReadOnlyList<int> Served(SchedulingProblem problem, Schedule schedule) => problem.Demand switch
    {
        IntervalDemand demand => IntervalScoring.Served(problem, demand, schedule),
        _ => ShiftScoring.Served(problem, schedule),
    };

    /// <summary>Shifts that hold what they may not: breaks at other times, groups without the skill.</summary>
    public static IReadOnlyList<Cell> Misfits(SchedulingProblem problem, Schedule schedule) =>
        problem.Demand is IntervalDemand demand ? ContentChecks.Misfits(problem, demand, schedule) : [];

    /// <summary>What the rules of one employee find in a roster of theirs.</summary>
    public static ScheduleScore OfEmployee(SchedulingProblem problem, int employee, ReadOnlySpan<int> roster)
    {
        var view = new RosterView(problem, employee, roster);
        var tally = new BreachTally(keepsSpans: false);
        long breaches = 0, cost = 0;
        foreach (var rule in problem.Employees[employee].Rules)
        {
            tally.Clear();
            rule.Find(view, tally);
            breaches += rule.IsHard ? tally.Amount : 0;
            cost += tally.Amount * (rule.Penalty ?? 0);
        }

        return new ScheduleScore(breaches, cost);
    }

    /// <summary>Every breach, hard and soft, with who, when, what and the remedy.</summary>
    public static IReadOnlyList<Breach> Breaches(SchedulingProblem problem, Schedule schedule)
    {
        var breaches = new List<Breach>();
        for (var employee = 0; employee < problem.Employees.Count; employee++)
        {
            var view = new RosterView(problem, employee, schedule.Of(employee));
            foreach (var rule in problem.Employees[employee].Rules)
            {
                var tally = new BreachTally(keepsSpans: true);
                rule.Find(view, tally);
                breaches.AddRange(tally.Spans.Select(span => Describe(problem, employee, rule, span)));
            }
        }

        return breaches;
    }

    private static Breach Describe(
        SchedulingProblem problem, int employee, Rule rule, (int FirstDay, int LastDay, long Amount) span)
    {
        var (from, to) = (problem.DayName(span.FirstDay), problem.DayName(span.LastDay));
        var days = span.FirstDay == span.LastDay ? from : $"{from} to {to}";
        var text = $"{problem.Employees[employee].Name}, {days}: {rule.Sentence(problem)} "
            + $"This is missed by {span.Amount}.\n{rule.Remedy}";
        return new Breach(rule, employee, span.FirstDay, span.LastDay, span.Amount, text);
    }

    private static ScheduleScore CoverageOf(SchedulingProblem problem, Schedule schedule) => problem.Demand switch
    {
        ShiftDemand => ShiftScoring.Of(problem, schedule),
        IntervalDemand demand => IntervalScoring.Of(problem, demand, schedule),
        _ => throw new NotSupportedException(problem.Demand.GetType().Name),
    };
}
