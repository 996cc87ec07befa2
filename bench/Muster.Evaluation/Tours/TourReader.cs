namespace Muster.Evaluation.Tours;

/// <summary>Reads the text format of the multi-activity tour instances.</summary>
public static class TourReader
{
    /// <exception cref="FormatException">Names the line and what is wrong with it.</exception>
    public static TourInstance Read(IEnumerable<string> lines)
    {
        var file = SectionFile.Parse(lines);
        var (days, tasks) = (file.Number("HORIZON"), file.Number("TASKS"));
        var slots = days * TourRules.SlotsPerDay;
        var (least, most) = (new int[slots, tasks], new int[slots, tasks]);
        foreach (var row in file.Rows("COVER"))
        {
            var slot = TourRules.SlotOf(row.Number(0), Clock.Slot(row, row.Text(1).Split('-')[0]));
            if (slot < 0 || slot >= slots)
            {
                throw row.Wrong("lies outside the horizon.");
            }

            var task = row.Index(2, tasks + 1) - 1;
            if (task < 0)
            {
                throw row.Wrong("has task 0; tasks count from 1.");
            }

            (least[slot, task], most[slot, task]) = (row.Number(3), row.Number(4));
        }

        return new TourInstance
        {
            Days = days,
            Tasks = tasks,
            Employees = [.. file.Rows("STAFF")
                .Select(row => new TourEmployee(row.Text(0), row.Number(1), row.Number(2)))],
            MinCover = least,
            MaxCover = most,
        };
    }
}
