using System.Globalization;
using Muster.Simulation.Results;

namespace Muster.Simulation.Staffing;

/// <summary>Compares results with goals. A queue without calls meets every goal.</summary>
internal sealed class GoalCheck
{
    private readonly List<string> _missed = [];

    private GoalCheck()
    {
    }

    public IReadOnlyList<string> Missed => _missed;

    public double Shortfall { get; private set; }

    public static GoalCheck Of(StaffingProblem problem, PeriodResult total)
    {
        var check = new GoalCheck();
        foreach (var goal in problem.Goals)
        {
            check.Look(goal, total.Queues.First(queue => queue.Name == goal.Queue));
        }

        foreach (var group in total.Groups)
        {
            check.AtMost($"The occupancy of {group.Name}", group.Occupancy?.Value, problem.MaxOccupancy, 1);
        }

        return check;
    }

    private void Look(QueueGoal goal, QueueResult queue)
    {
        if (queue.Offered.Value <= 0)
        {
            return;
        }

        // Nobody answered: as bad as can be, but a number, so that searches can go on from there.
        var level = queue.ServiceLevel(goal.Definition)?.Value ?? 0;
        if (goal.ServiceLevel is { } least && level < least)
        {
            Miss($"The service level of {goal.Queue}", level, "at least", least, least - level);
        }

        AtMost($"The abandonment of {goal.Queue}", queue.AbandonmentRate?.Value, goal.AbandonmentRate, 1);
        var most = goal.AverageSpeedOfAnswerSeconds;
        var speed = queue.AverageSpeedOfAnswerSeconds?.Value ?? double.MaxValue;
        AtMost($"The average speed of answer of {goal.Queue}", speed, most, most ?? 1);
    }

    private void AtMost(string what, double? value, double? most, double scale)
    {
        if (value > most)
        {
            Miss(what, value.Value, "at most", most.Value, Math.Min((value.Value - most.Value) / scale, 1e6));
        }
    }

    private void Miss(string what, double value, string rule, double goal, double by)
    {
        Shortfall += by;
        _missed.Add(string.Create(CultureInfo.InvariantCulture, $"{what} is {value:G4}, its goal {rule} {goal:G4}."));
    }
}
