using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Explain;

/// <summary>
/// Finds minimal sets of contradicting hard rules by a deletion filter (Chinneck and Dravnieks, 1991): a rule without
/// which the others still contradict is dropped, until none can be.
/// </summary>
public static class ContradictionFinder
{
    private const int MostSets = 8;

    /// <summary>All employees; empty where everybody has a roster.</summary>
    public static IReadOnlyList<Contradiction> Of(SchedulingProblem problem) =>
        [.. Enumerable.Range(0, problem.Employees.Count).SelectMany(employee => Of(problem, employee))];

    /// <summary>One employee: one set after the other, each without the rules that those before had relaxed.</summary>
    public static IReadOnlyList<Contradiction> Of(SchedulingProblem problem, int employee)
    {
        var found = new List<Contradiction>();
        var solo = new SoloRoster(problem, employee);
        var hard = problem.Employees[employee].Rules.Where(rule => rule.IsHard).ToList();
        while (found.Count < MostSets && !Holds(solo, hard))
        {
            var contradiction = Describe(problem, employee, solo, Minimal(solo, hard));
            found.Add(contradiction);
            hard.Remove(contradiction.Relaxed);
        }

        return found;
    }

    private static bool Holds(SoloRoster solo, IReadOnlyList<Rule> rules) =>
        solo.BreachesWith(rules, new HashSet<int>()) == 0;

    private static List<Rule> Minimal(SoloRoster solo, IReadOnlyList<Rule> rules)
    {
        var needed = rules.ToList();
        foreach (var rule in rules)
        {
            List<Rule> others = [.. needed.Where(other => !ReferenceEquals(other, rule))];
            if (!Holds(solo, others))
            {
                needed = others;
            }
        }

        return needed;
    }

    private static Contradiction Describe(
        SchedulingProblem problem, int employee, SoloRoster solo, List<Rule> rules)
    {
        var reliefs = rules.Select((rule, index) =>
            new Relief(rule, solo.BreachesWith(rules, new HashSet<int> { index }))).ToList();
        var relaxed = rules.Count == 0 ? null : reliefs.MinBy(relief => relief.Amount ?? long.MaxValue)!.Rule;
        var name = problem.Employees[employee].Name;
        var sentences = rules.Select((rule, index) => reliefs[index].Amount is { } amount
            ? $"- {rule.Sentence(problem)} (alone it must give way by {amount})"
            : $"- {rule.Sentence(problem)}");
        var text = $"{name}: these rules cannot all be kept:\n{string.Join('\n', sentences)}\n"
            + $"Maybe change this one: {relaxed?.Sentence(problem) ?? "what is locked."}";
        return new Contradiction(employee, reliefs, relaxed ?? LockedCells, text);
    }

    private static readonly Rule LockedCells = new DayOff(0);
}
