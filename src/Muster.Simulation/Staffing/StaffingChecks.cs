using System.Globalization;
using Muster.Domain.Outcomes;

namespace Muster.Simulation.Staffing;

/// <summary>What is wrong with a staffing problem besides its model.</summary>
internal static class StaffingChecks
{
    /// <exception cref="ArgumentException">Each wrong field is named with its remedy.</exception>
    public static void Check(StaffingProblem problem)
    {
        var checks = new FieldChecks();
        var groups = problem.Model.Groups.Count;
        checks.That(groups > 0, "model.groups", "is empty.\nMaybe add the groups to be staffed.")
            .That(problem.Goals.Count > 0 || problem.MaxOccupancy is not null, "goals",
                "is empty.\nMaybe a service_level of 0.8 for each queue.")
            .That(problem.MaxOccupancy is null or (> 0 and <= 1), "max_occupancy",
                Text($"is {problem.MaxOccupancy}; it must be above 0 and at most 1.\nMaybe 0.85."))
            .That(problem.Costs is null || problem.Costs.Count == groups, "costs",
                $"has {problem.Costs?.Count} values for {groups} groups.\nMaybe leave it out: each agent costs 1.")
            .That(problem.Costs is null || problem.Costs.All(cost => cost > 0 && double.IsFinite(cost)), "costs",
                "must be above 0.\nMaybe 1 each.");
        foreach (var (i, goal) in problem.Goals.Index())
        {
            CheckGoal(checks, problem, goal, $"goals[{i}]");
        }

        if (checks.Refusal is Refusal.Invalid refusal)
        {
            throw new ArgumentException(
                string.Join('\n', refusal.Errors.Select(error => $"{error.Field}: {error.Message}")), nameof(problem));
        }
    }

    private static void CheckGoal(FieldChecks checks, StaffingProblem problem, QueueGoal goal, string field)
    {
        checks.That(problem.Model.Queues.Any(queue => queue.Name == goal.Queue), $"{field}.queue",
                $"there is no queue {goal.Queue}.\nMaybe add it to the model.")
            .That(goal.ServiceLevel is null or (>= 0 and < 1), $"{field}.service_level",
                Text($"is {goal.ServiceLevel}; it must be 0 or more and below 1: nobody can promise all.\nMaybe 0.8."))
            .That(goal.AverageSpeedOfAnswerSeconds is null or > 0, $"{field}.average_speed_of_answer_seconds",
                Text($"is {goal.AverageSpeedOfAnswerSeconds}; it must be above 0.\nMaybe 20."))
            .That(goal.AbandonmentRate is null or (> 0 and <= 1), $"{field}.abandonment_rate",
                Text($"is {goal.AbandonmentRate}; it must be above 0 and at most 1.\nMaybe 0.05."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
