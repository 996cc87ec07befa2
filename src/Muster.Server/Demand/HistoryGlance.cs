using System.Globalization;

namespace Muster.Server.Demand;

/// <summary>Tells how a file is understood, from its first rows.</summary>
internal sealed class HistoryGlance(HistorySample sample, HistoryLayout layout)
{
    private const int Shown = 10;
    private const int SecondsPerMinute = 60;

    public HistoryPreview Tell(char separator, DateOrder? given, IReadOnlyList<string> found)
    {
        var order = new DateOrderSearch(given);
        var drafting = new RowDrafting(layout, _ => { });
        var drafts = sample.Rows.Select(drafting.Draft).OfType<DraftRow>().ToArray();
        foreach (var draft in drafts)
        {
            order.Note(draft.Date);
        }

        var rows = drafts.Where(draft => draft.Date.Order is not null || order.Order is not null)
            .Select(draft => draft.On(order.Order ?? default)).OfType<HistoryRow>().ToArray();
        var used = layout.Columns.All().ToLookup(column => column.Role, column => layout.Names[column.Place].Name);
        var gaps = Gaps(drafts);
        return new HistoryPreview
        {
            Separator = separator,
            Columns = used.ToDictionary(role => role.Key, role => (IReadOnlyList<string>)[.. role]),
            Others = [.. layout.Names.Select(column => column.Name).Except(used.SelectMany(role => role))],
            DateOrder = order.Order,
            HasOffsets = layout.HasOffsets,
            Minutes = gaps.Length == 0 ? null : gaps.MaxBy(gap => gap.Value).Key,
            FirstRows = [.. rows.Take(Shown)],
            Remarks = [.. found, .. Remarks(rows, gaps)],
        };
    }

    /// <summary>
    /// Minutes between rows of a queue that follow each other on a day, with how often. By the date as it is written:
    /// that one need not be known yet.
    /// </summary>
    private static KeyValuePair<int, int>[] Gaps(DraftRow[] rows) => [.. rows
        .GroupBy(row => (row.Row.Queue, row.Date))
        .SelectMany(day => day.Select(row => row.Clock.Second).Distinct().Order().ToArray() is var starts
            ? starts.Zip(starts.Skip(1), (a, b) => (b - a) / SecondsPerMinute)
            : [])
        .Where(gap => gap > 0).CountBy(gap => gap)];

    private IEnumerable<string> Remarks(HistoryRow[] rows, KeyValuePair<int, int>[] gaps)
    {
        if (sample.Skipped > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{sample.Skipped} lines before the one with the names were passed over.");
        }

        var twice = rows.Length - rows.Select(row => (row.Queue, row.Start, row.Offset)).Distinct().Count();
        if (twice > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{twice} of the first {rows.Length} rows are for an interval that had one already: ")
                + "the last one counts. Maybe a column tells them apart, such as the queue.";
        }

        if (gaps.Count(gap => gap.Value > 0.1 * rows.Length) > 1)
        {
            yield return "The intervals have several lengths: "
                + string.Join(", ", gaps.Where(gap => gap.Value > 0.1 * rows.Length).Select(gap => gap.Key).Order())
                + " minutes.";
        }
    }
}
