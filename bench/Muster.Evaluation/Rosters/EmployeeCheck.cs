namespace Muster.Evaluation.Rosters;

/// <summary>The hard rules against the line of one employee, which has a field for each day.</summary>
internal sealed class EmployeeCheck(RosterInstance instance, RosterEmployee employee, IReadOnlyList<string?> line)
{
    private readonly Dictionary<string, RosterShift> _shifts = instance.Shifts.ToDictionary(shift => shift.Id);

    public IEnumerable<Breach> Breaches()
    {
        var unknown = line.Index().Where(day => day.Item is not null && !_shifts.ContainsKey(day.Item))
            .Select(day => Breach(day.Index, "known shift", $"{day.Item} is not in the instance."))
            .ToList();
        return unknown.Count > 0 ? unknown : [.. Totals(), .. Days(), .. Runs()];
    }

    private IEnumerable<Breach> Totals()
    {
        foreach (var (shift, count) in line.Where(shift => shift is not null).CountBy(shift => shift!))
        {
            var most = employee.MaxShifts.GetValueOrDefault(shift);
            if (count > most)
            {
                yield return Breach(null, "maximum shifts", $"{count} of {shift}, at most {most}.");
            }
        }

        var minutes = line.Sum(shift => shift is null ? 0 : _shifts[shift].Minutes);
        if (minutes > employee.MaxMinutes)
        {
            yield return Breach(null, "maximum time", $"{minutes} minutes, at most {employee.MaxMinutes}.");
        }

        if (minutes < employee.MinMinutes)
        {
            yield return Breach(null, "minimum time", $"{minutes} minutes, at least {employee.MinMinutes}.");
        }

        var weekends = line.Index().Where(day => day.Item is not null && day.Index % 7 >= 5)
            .Select(day => day.Index / 7).Distinct().Count();
        if (weekends > employee.MaxWeekends)
        {
            yield return Breach(null, "maximum weekends", $"{weekends}, at most {employee.MaxWeekends}.");
        }
    }

    private IEnumerable<Breach> Days()
    {
        foreach (var day in instance.DaysOff[employee.Id].Where(day => line[day] is not null))
        {
            yield return Breach(day, "day off", $"works {line[day]}.");
        }

        for (var day = 1; day < line.Count; day++)
        {
            if (line[day - 1] is { } before && line[day] is { } after && _shifts[before].NotBefore.Contains(after))
            {
                yield return Breach(day, "forbidden succession", $"{after} after {before}.");
            }
        }
    }

    private IEnumerable<Breach> Runs()
    {
        var (leastOff, leastOn) = (employee.MinConsecutiveDaysOff, employee.MinConsecutiveShifts);
        var first = 0;
        for (var day = 1; day <= line.Count; day++)
        {
            var isEnd = day == line.Count;
            if (!isEnd && (line[day] is null) == (line[first] is null))
            {
                continue;
            }

            var (length, isInside) = (day - first, first > 0 && !isEnd);
            if (line[first] is null)
            {
                if (isInside && length < leastOff)
                {
                    yield return TooShort(first, "minimum consecutive days off", length, leastOff);
                }
            }
            else if (length > employee.MaxConsecutiveShifts)
            {
                yield return Breach(
                    first, "maximum consecutive shifts", $"{length}, at most {employee.MaxConsecutiveShifts}.");
            }
            else if (isInside && length < leastOn)
            {
                yield return TooShort(first, "minimum consecutive shifts", length, leastOn);
            }

            first = day;
        }
    }

    private Breach TooShort(int day, string rule, int length, int least) =>
        Breach(day, rule, $"{length}, at least {least}.");

    private Breach Breach(int? day, string rule, string facts) => new(employee.Id, day, rule, facts);
}
