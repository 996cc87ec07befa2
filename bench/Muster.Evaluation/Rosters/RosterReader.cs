namespace Muster.Evaluation.Rosters;

/// <summary>Reads the text format of the Shift Scheduling Benchmark Data Set.</summary>
public static class RosterReader
{
    /// <exception cref="FormatException">Names the line and what is wrong with it.</exception>
    public static RosterInstance Read(IEnumerable<string> lines)
    {
        var file = SectionFile.Parse(lines);
        var days = file.Number("HORIZON");
        return new RosterInstance
        {
            Days = days,
            Shifts = [.. file.Rows("SHIFTS").Select(Shift)],
            Employees = [.. file.Rows("STAFF").Select(Employee)],
            DaysOff = file.Rows("DAYS_OFF")
                .SelectMany(row => Enumerable.Range(1, row.Fields.Count - 1)
                    .Select(field => (Employee: row.Text(0), Day: row.Index(field, days))))
                .ToLookup(off => off.Employee, off => off.Day),
            OnRequests = [.. file.Rows("SHIFT_ON_REQUESTS").Select(row => Request(row, days))],
            OffRequests = [.. file.Rows("SHIFT_OFF_REQUESTS").Select(row => Request(row, days))],
            Cover = [.. file.Rows("COVER").Select(row => new RosterCover(
                row.Index(0, days), row.Text(1), row.Number(2), row.Number(3), row.Number(4)))],
        };
    }

    /// <summary>"E,480,D|N": id, minutes, what may not follow.</summary>
    private static RosterShift Shift(SectionRow row) => new(
        row.Text(0),
        row.Number(1),
        row.Text(2).Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    /// <summary>"A,D=14|E=3,4320,3360,5,2,2,1".</summary>
    private static RosterEmployee Employee(SectionRow row) => new()
    {
        Id = row.Text(0),
        MaxShifts = row.Text(1).Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('='))
            .ToDictionary(entry => entry[0], entry => entry.Length == 2 && int.TryParse(entry[1], out var most)
                ? most
                : throw row.Wrong($"has '{string.Join('=', entry)}' where SHIFT=NUMBER is expected.")),
        MaxMinutes = row.Number(2),
        MinMinutes = row.Number(3),
        MaxConsecutiveShifts = row.Number(4),
        MinConsecutiveShifts = row.Number(5),
        MinConsecutiveDaysOff = row.Number(6),
        MaxWeekends = row.Number(7),
    };

    private static ShiftRequest Request(SectionRow row, int days) =>
        new(row.Text(0), row.Index(1, days), row.Text(2), row.Number(3));
}
