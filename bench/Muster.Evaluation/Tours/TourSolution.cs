using System.Globalization;

namespace Muster.Evaluation.Tours;

/// <summary>All shifts of an instance, in any order.</summary>
public sealed record TourSolution(IReadOnlyList<TourShift> Shifts)
{
    /// <summary>
    /// A line per shift: employee, calendar day of the start, start, stretches as task:minutes:
    /// "7,2,06:15,1:240,3:180". Empty lines and those that begin with # do not count.
    /// </summary>
    /// <exception cref="FormatException">Names the line and what is wrong with it.</exception>
    public static TourSolution Read(IEnumerable<string> lines) => new([.. lines.Index()
        .Select(line => new SectionRow(line.Index + 1, line.Item.Trim().Split(',')))
        .Where(row => row.Fields[0].Length > 0 && row.Fields[0][0] != '#')
        .Select(Shift)]);

    public IEnumerable<string> Write() => Shifts.Select(shift => string.Create(
        CultureInfo.InvariantCulture,
        $"{shift.Employee},{TourRules.DayOf(shift.Start)},{Clock.Text(TourRules.ClockOf(shift.Start))},{Text(shift)}"));

    private static string Text(TourShift shift) => string.Join(',', shift.Stretches.Select(stretch => string.Create(
        CultureInfo.InvariantCulture, $"{stretch.Task}:{stretch.Slots * TourRules.SlotMinutes}")));

    private static TourShift Shift(SectionRow row) => new(
        row.Text(0),
        TourRules.SlotOf(row.Number(1), Clock.Slot(row, row.Text(2))),
        [.. Enumerable.Range(3, Math.Max(0, row.Fields.Count - 3)).Select(field => Stretch(row, field))]);

    private static TourStretch Stretch(SectionRow row, int field)
    {
        var parts = row.Text(field).Split(':');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var task)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes % TourRules.SlotMinutes == 0
            ? new TourStretch(task, minutes / TourRules.SlotMinutes)
            : throw row.Wrong(
                $"has '{row.Text(field)}' in field {field + 1} where TASK:MINUTES in quarters is expected.");
    }
}
