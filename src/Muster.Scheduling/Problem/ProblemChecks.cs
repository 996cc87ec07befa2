using Muster.Domain.Outcomes;

namespace Muster.Scheduling.Problem;

/// <summary>What is wrong with a problem, field by field; an engine never starts on a wrong one.</summary>
public static class ProblemChecks
{
    private const int MostDays = 1000;
    private const int MostGroups = 32;

    /// <summary>Null when all is well.</summary>
    public static Refusal.Invalid? Of(SchedulingProblem problem)
    {
        var checks = new FieldChecks();
        checks.Range("days", problem.Days, 1, MostDays);
        checks.That(problem.DayMinutes is not { } minutes || minutes.Count == problem.Days, "day_minutes",
            $"has {problem.DayMinutes?.Count} days; the period has {problem.Days}.");
        CheckDemand(checks, problem);
        foreach (var (i, option) in problem.Options.Index())
        {
            checks.That(option.Length > 0, $"options[{i}].length", $"is {option.Length}; it must be above 0.")
                .That(option.Paid >= 0, $"options[{i}].paid_minutes", $"is {option.Paid}; it must be 0 or more.");
        }

        foreach (var (i, employee) in problem.Employees.Index())
        {
            CheckEmployee(checks, problem, employee, $"employees[{i}]");
        }

        CheckStart(checks, problem);
        return checks.Refusal as Refusal.Invalid;
    }

    /// <exception cref="ArgumentException">Something is wrong.</exception>
    internal static void Require(SchedulingProblem problem)
    {
        if (Of(problem) is { } refusal)
        {
            throw new ArgumentException(
                string.Join('\n', refusal.Errors.Select(error => $"{error.Field}: {error.Message}")), nameof(problem));
        }
    }

    private static void CheckDemand(FieldChecks checks, SchedulingProblem problem)
    {
        var rows = problem.Demand.Needs.Count;
        if (problem.Demand is IntervalDemand demand)
        {
            var groups = demand.Groups.Count;
            checks.Range("demand.groups", groups, 1, MostGroups)
                .That(demand.IntervalMinutes is 5 or 10 or 15 or 30 or 60, "demand.interval_minutes",
                    $"is {demand.IntervalMinutes}; it must be 5, 10, 15, 30 or 60.\nMaybe 15.")
                .That(groups > 0 && rows % groups == 0, "demand.needs",
                    $"has {rows} rows, which {groups} groups do not divide.\nMaybe a group or an interval is missing.");
            CheckStretches(checks, problem, demand);
        }
        else
        {
            var expected = problem.Days * problem.Options.Count;
            checks.That(rows == expected, "demand.needs",
                $"has {rows} rows; days times options are {expected}.\nMaybe a day is missing.");
        }

        foreach (var (i, need) in problem.Demand.Needs.Index())
        {
            checks.That(need.Least <= need.Most && need.Under >= 0 && need.Over >= 0 && need.UnderSquare >= 0
                    && need.OverSquare >= 0, $"demand.needs[{i}]",
                "must have least up to most and costs of 0 or more.\nMaybe exchange least and most.");
        }
    }

    // A stretch knows of no pause inside it.
    private static void CheckStretches(FieldChecks checks, SchedulingProblem problem, IntervalDemand demand)
    {
        var paused = problem.Options.FirstOrDefault(option => option.Breaks.Count > 0);
        checks.That(demand.StretchMinutes == 0 || paused is null, "demand.stretch_minutes",
            $"is {demand.StretchMinutes}, but the option {paused?.Name} has breaks: stretches and breaks do not go "
            + "together.\nMaybe 0, which splits agents over their groups interval by interval, or options without "
            + "breaks.");
    }

    private static void CheckEmployee(FieldChecks checks, SchedulingProblem problem, Employee employee, string at)
    {
        var options = employee.Options ?? [];
        checks.That(options.All(option => option >= 0 && option < problem.Options.Count), $"{at}.options",
            $"of {employee.Name} name an option that the catalogue does not have.\nMaybe add it to the catalogue.");
        if (problem.Demand is IntervalDemand demand)
        {
            var known = employee.Groups.All(group => group >= 0 && group < demand.Groups.Count);
            checks.That(known && employee.Groups.Count > 0, $"{at}.groups",
                $"of {employee.Name} are none, or not groups of the demand.\nMaybe give a skill, or leave them out.");
        }
    }

    private static void CheckStart(FieldChecks checks, SchedulingProblem problem)
    {
        var (employees, days) = (problem.Employees.Count, problem.Days);
        checks.That(problem.Start is not { } start || (start.Employees == employees && start.Days == days), "start",
                $"must have {employees} employees and {days} days.\nMaybe it is of another period.")
            .That(problem.Locked.All(cell => cell.Employee >= 0 && cell.Employee < employees
                    && cell.Day >= 0 && cell.Day < days), "locked",
                "names a cell outside the schedule.\nMaybe it is of another period.");
    }
}
