using System.Globalization;

namespace Muster.Evaluation.Centres;

/// <summary>All shifts of an instance, in any order.</summary>
public sealed record CentreSolution(IReadOnlyList<CentreShift> Shifts)
{
    /// <summary>
    /// A line per shift, all in slots of the horizon: agent, start, slots from start to end, rests as slot:slots.
    /// "a17,128,34,136:1,142:2,152:1". Empty lines and those that begin with # do not count.
    /// </summary>
    /// <exception cref="FormatException">Names the line and what is wrong with it.</exception>
    public static CentreSolution Read(IEnumerable<string> lines) => new([.. lines.Index()
        .Select(line => new SectionRow(line.Index + 1, line.Item.Trim().Split(',')))
        .Where(row => row.Fields[0].Length > 0 && row.Fields[0][0] != '#')
        .Select(row => new CentreShift(
            row.Text(0),
            row.Number(1),
            row.Number(2),
            [.. Enumerable.Range(3, Math.Max(0, row.Fields.Count - 3)).Select(field => Rest(row, field))]))]);

    public IEnumerable<string> Write() => Shifts.Select(shift => string.Join(',', Fields(shift)));

    private static IEnumerable<string> Fields(CentreShift shift)
    {
        var culture = CultureInfo.InvariantCulture;
        return
        [
            shift.Agent, shift.Start.ToString(culture), shift.Slots.ToString(culture),
            .. shift.Rests.Select(rest => string.Create(culture, $"{rest.Slot}:{rest.Slots}")),
        ];
    }

    private static CentreRest Rest(SectionRow row, int field)
    {
        var parts = row.Text(field).Split(':');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var slot)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var slots)
            ? new CentreRest(slot, slots)
            : throw row.Wrong($"has '{row.Text(field)}' in field {field + 1} where SLOT:SLOTS is expected.");
    }
}
