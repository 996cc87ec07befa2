namespace Muster.Evaluation.Rosters;

/// <summary>
/// Cost and breaches of a roster, straight from the published rules. Minimum run lengths do not apply to a run that
/// touches the first or last day; maximum ones count inside the horizon only.
/// </summary>
public static class RosterEvaluator
{
    public static Verdict Evaluate(RosterInstance instance, RosterSolution solution)
    {
        var breaches = new List<Breach>();
        var known = instance.Employees.Select(employee => employee.Id).ToHashSet();
        breaches.AddRange(solution.Shifts.Keys.Where(id => !known.Contains(id))
            .Select(id => new Breach(id, null, "known employee", "is not in the instance.")));
        foreach (var employee in instance.Employees)
        {
            var line = solution.Shifts.GetValueOrDefault(employee.Id) ?? [];
            breaches.AddRange(line.Count == instance.Days
                ? new EmployeeCheck(instance, employee, line).Breaches()
                : [new(employee.Id, null, "whole horizon", $"has {line.Count} days of {instance.Days}.")]);
        }

        return new(Requests(instance, solution) + Cover(instance, solution), breaches);
    }

    private static long Requests(RosterInstance instance, RosterSolution solution) =>
        instance.OnRequests.Where(request => At(solution, request.Employee, request.Day) != request.Shift)
            .Sum(request => (long)request.Weight)
        + instance.OffRequests.Where(request => At(solution, request.Employee, request.Day) == request.Shift)
            .Sum(request => (long)request.Weight);

    private static long Cover(RosterInstance instance, RosterSolution solution)
    {
        var working = solution.Shifts.Values
            .SelectMany(line => line.Index().Where(day => day.Item is not null))
            .CountBy(day => (day.Index, day.Item))
            .ToDictionary();
        return instance.Cover.Sum(cover =>
        {
            var missing = cover.Required - working.GetValueOrDefault((cover.Day, cover.Shift));
            return missing > 0 ? (long)missing * cover.UnderWeight : -(long)missing * cover.OverWeight;
        });
    }

    private static string? At(RosterSolution solution, string employee, int day) =>
        solution.Shifts.TryGetValue(employee, out var line) && day < line.Count ? line[day] : null;
}
