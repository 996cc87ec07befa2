using System.Globalization;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Tests;

/// <summary>
/// Reads an instance of the multi-activity tour-scheduling set (Qu and Curtois, 2020). The rules that the files do not
/// state are read off the published description. No shift starts after midnight of the last day.
/// </summary>
public static class TourFile
{
    public static SchedulingProblem Read(string path)
    {
        var rows = File.ReadAllLines(path).Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#').ToList();
        int At(string section) => rows.IndexOf(section);
        var days = Number(rows[At("SECTION_HORIZON") + 1]);
        var tasks = Number(rows[At("SECTION_TASKS") + 1]);
        var staff = rows[(At("SECTION_STAFF") + 1)..At("SECTION_COVER")].Select(row => row.Split(',')).ToList();
        var shifts = new GeneratedShifts
        {
            Starts = [(0, 0), (360, 601), (840, 1081), (1200, 1440)],
            MinLength = 360,
            MaxLength = 600,
        };
        Rule[] rules =
        [
            new ConsecutiveDaysOn(1, 5), new RestBetweenShifts(14 * 60),
            new InsidePeriod(360, (days * 1440) + 360),
        ];
        return new SchedulingProblem
        {
            Days = days,
            Options = [.. shifts.All()],
            Demand = new IntervalDemand
            {
                Groups = [.. Enumerable.Range(1, tasks).Select(task => $"task {task}")],
                OffsetMinutes = 360,
                StretchMinutes = 60,
                Needs = Needs(rows[(At("SECTION_COVER") + 1)..], days, tasks),
            },
            Employees = [.. staff.Select(row => new Employee
            {
                Name = row[0],
                Groups = [.. Enumerable.Range(0, tasks)],
                Rules = [new PaidTime(Number(row[1]), Number(row[2])), .. rules],
            })],
        };
    }

    private static Need[] Needs(IEnumerable<string> rows, int days, int tasks)
    {
        var needs = new Need[days * 96 * tasks];
        foreach (var row in rows.Select(row => row.Split(',')))
        {
            var minutes = (Number(row[1][..2]) * 60) + Number(row[1][3..5]);
            var interval = (((Number(row[0]) - 1) * 1440) + minutes - 360) / 15;
            needs[(interval * tasks) + Number(row[2]) - 1] =
                new Need(Number(row[3]), Number(row[4]), 0, 0) { HardLeast = true, OverSquare = 1 };
        }

        return needs;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
