namespace Muster.Evaluation.Tours;

/// <summary>Cost and breaches of a set of tours: the excess over the most cover, squared, by slot and task.</summary>
public static class TourEvaluator
{
    public static Verdict Evaluate(TourInstance instance, TourSolution solution)
    {
        var breaches = new List<Breach>();
        var known = instance.Employees.Select(employee => employee.Id).ToHashSet();
        breaches.AddRange(solution.Shifts.Where(shift => !known.Contains(shift.Employee)).Select(shift =>
            new Breach(shift.Employee, TourRules.DayOf(shift.Start), "known employee", "is not in the instance.")));
        var byEmployee = solution.Shifts.ToLookup(shift => shift.Employee);
        foreach (var employee in instance.Employees)
        {
            var tour = new TourCheck(instance, employee, [.. byEmployee[employee.Id].OrderBy(shift => shift.Start)]);
            breaches.AddRange(tour.Breaches());
        }

        var cover = Cover(instance, solution);
        breaches.AddRange(Missing(instance, cover));
        return new(Excess(instance, cover), breaches);
    }

    private static int[,] Cover(TourInstance instance, TourSolution solution)
    {
        var cover = new int[instance.Slots, instance.Tasks];
        foreach (var (slot, task) in solution.Shifts.SelectMany(shift => shift.Work()))
        {
            if (slot >= 0 && slot < instance.Slots && task >= 1 && task <= instance.Tasks)
            {
                cover[slot, task - 1]++;
            }
        }

        return cover;
    }

    private static long Excess(TourInstance instance, int[,] cover)
    {
        var cost = 0L;
        for (var slot = 0; slot < instance.Slots; slot++)
        {
            for (var task = 0; task < instance.Tasks; task++)
            {
                var excess = (long)Math.Max(0, cover[slot, task] - instance.MaxCover[slot, task]);
                cost += excess * excess;
            }
        }

        return cost;
    }

    private static IEnumerable<Breach> Missing(TourInstance instance, int[,] cover)
    {
        for (var slot = 0; slot < instance.Slots; slot++)
        {
            for (var task = 0; task < instance.Tasks; task++)
            {
                var (there, least) = (cover[slot, task], instance.MinCover[slot, task]);
                if (there < least)
                {
                    var time = Clock.Text(TourRules.ClockOf(slot));
                    yield return new(null, TourRules.DayOf(slot), "minimum cover",
                        $"{there} on task {task + 1} at {time}, at least {least}.");
                }
            }
        }
    }
}
