using System.Globalization;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Tests;

/// <summary>Reads an instance of the Shift Scheduling Benchmark Data Set (schedulingbenchmarks.org).</summary>
public static class RosterFile
{
    public static SchedulingProblem Read(string path)
    {
        var sections = Sections(File.ReadAllLines(path));
        var days = Number(sections["SECTION_HORIZON"][0][0]);
        var shifts = sections["SECTION_SHIFTS"];
        var ids = shifts.Select(row => row[0]).ToList();
        var successions = shifts
            .Where(row => row.Length > 2 && row[2].Length > 0)
            .Select(row => new ForbiddenSuccession(
                ids.IndexOf(row[0]), [.. row[2].Split('|').Select(id => ids.IndexOf(id))]))
            .ToList();
        var personal = Personal(sections, ids).ToLookup(rule => rule.Name, rule => rule.Rule);
        return new SchedulingProblem
        {
            Days = days,
            Options = [.. shifts.Select(row => new ShiftOption { Name = row[0], Length = Number(row[1]) })],
            Demand = new ShiftDemand { Needs = Needs(sections["SECTION_COVER"], ids, days) },
            Employees = [.. sections["SECTION_STAFF"].Select(row =>
                EmployeeOf(row, ids, [.. successions, .. personal[row[0]]]))],
        };
    }

    private static Employee EmployeeOf(string[] row, List<string> ids, IReadOnlyList<Rule> rules)
    {
        var most = row[1].Split('|').Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => Number(part[1]));
        var counts = most.Where(pair => pair.Value > 0).Select(pair =>
            new ShiftCount([ids.IndexOf(pair.Key)], 0, pair.Value));
        return new Employee
        {
            Name = row[0],
            Options = [.. Enumerable.Range(0, ids.Count).Where(option => most[ids[option]] > 0)],
            Rules =
            [
                new PaidTime(Number(row[3]), Number(row[2])), new ConsecutiveDaysOn(Number(row[5]), Number(row[4])),
                new ConsecutiveDaysOff(Number(row[6])), new Weekends(Number(row[7])), .. counts, .. rules,
            ],
        };
    }

    private static IEnumerable<(string Name, Rule Rule)> Personal(
        Dictionary<string, List<string[]>> sections, List<string> ids)
    {
        foreach (var row in sections["SECTION_DAYS_OFF"])
        {
            foreach (var day in row.Skip(1))
            {
                yield return (row[0], new DayOff(Number(day)));
            }
        }

        foreach (var row in sections["SECTION_SHIFT_ON_REQUESTS"])
        {
            yield return (row[0], new FixedShift(Number(row[1]), ids.IndexOf(row[2])) { Penalty = Number(row[3]) });
        }

        foreach (var row in sections["SECTION_SHIFT_OFF_REQUESTS"])
        {
            yield return (row[0], new UnwantedShift(Number(row[1]), ids.IndexOf(row[2])) { Penalty = Number(row[3]) });
        }
    }

    private static Need[] Needs(List<string[]> rows, List<string> ids, int days)
    {
        var needs = new Need[days * ids.Count];
        foreach (var row in rows)
        {
            var required = Number(row[2]);
            needs[(Number(row[0]) * ids.Count) + ids.IndexOf(row[1])] =
                new Need(required, required, Number(row[3]), Number(row[4]));
        }

        return needs;
    }

    private static Dictionary<string, List<string[]>> Sections(string[] lines)
    {
        var sections = new Dictionary<string, List<string[]>>();
        var current = new List<string[]>();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("SECTION_", StringComparison.Ordinal))
            {
                sections[line] = current = [];
            }
            else
            {
                current.Add(line.Split(','));
            }
        }

        return sections;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
