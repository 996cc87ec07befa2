using System.Runtime.CompilerServices;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;

namespace Muster.Server.Demand;

/// <summary>
/// A CSV file of what came to queues by interval. Separator, columns and the way times and numbers are written are
/// found out from the first rows; then the rows are read once, as a stream, in memory that does not grow with the file.
/// For one task.
/// </summary>
public sealed class HistoryFile : IDisposable
{
    private const int SampleRows = 2000;

    // Rows wait for the date that tells days from months. In a file in any sensible order it comes within two weeks.
    private const int MostWaiting = 500_000;

    private const int MostKept = 1000;

    private readonly CsvRecords _records;

    private readonly HistorySample _sample;

    private readonly HistoryLayout _layout;

    private readonly HistoryFileOptions _options;

    private readonly List<RejectedHistoryRow> _rejected = [];

    private HistoryFile(CsvRecords records, HistorySample sample, HistoryLayout layout, HistoryFileOptions options) =>
        (_records, _sample, _layout, _options) = (records, sample, layout, options);

    public HistoryPreview Preview { get; private init; } = null!;

    /// <summary>The first thousand rows that could not be used, as far as the file has been read.</summary>
    public IReadOnlyList<RejectedHistoryRow> Rejected => _rejected;

    public long RejectedCount { get; private set; }

    /// <summary>Rows that went in, as far as the file has been read.</summary>
    public long RowCount { get; private set; }

    /// <summary>Reads the beginning. The stream stays the caller's to close.</summary>
    /// <returns>The file; or what is wrong with it as a whole (<c>file</c>), which column is missing or unclear
    /// (<c>timestamp</c>, <c>time</c>, <c>volume</c>) or misnamed (<c>columns</c>).</returns>
    /// <exception cref="SourceAwayException">The stream cannot be read now.</exception>
    public static async Task<Outcome<HistoryFile>> OpenAsync(
        Stream stream, HistoryFileOptions options, CancellationToken token)
    {
        CsvRecords? records = null;
        try
        {
            records = await CsvRecords.OpenAsync(stream, options.Name, token);
            var first = new List<CsvRecord>();
            while (first.Count < SampleRows && await records.NextAsync(token) is { } record)
            {
                first.Add(record);
            }

            var outcome = Open(records, first, options);
            records = outcome.Refused is null ? null : records;
            return outcome;
        }
        catch (SourceBrokenException broken)
        {
            return new Refusal.Invalid("file", broken.Message);
        }
        finally
        {
            records?.Dispose();
        }
    }

    /// <summary>All rows that can be used, in the order of the file; to be called once.</summary>
    /// <exception cref="SourceBrokenException">From some line on it is not what it began as; or no date in it
    /// tells days from months. The rows so far are not to be used.</exception>
    /// <exception cref="SourceAwayException">The stream cannot be read now.</exception>
    public async IAsyncEnumerable<HistoryRow> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        var drafting = new RowDrafting(_layout, Reject);
        var order = new DateOrderSearch(_options.DateOrder);
        var waiting = new Queue<DraftRow>();
        await foreach (var record in RecordsAsync(token))
        {
            if (drafting.Draft(record) is { } draft)
            {
                waiting.Enqueue(draft);
                order.Note(draft.Date);
            }

            RequireFew(waiting);
            while (waiting.TryPeek(out var next) && order.Note(next.Date))
            {
                if (Row(drafting, waiting.Dequeue(), order.Order ?? default) is { } row)
                {
                    yield return row;
                }
            }
        }

        var known = waiting.Count == 0 ? default : order.Finish() ?? throw Ambiguous(waiting.Peek());
        while (waiting.TryDequeue(out var draft))
        {
            if (Row(drafting, draft, known) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>For a row that cannot be used after all, because of its time.</summary>
    public void Reject(HistoryRow row, string reason)
    {
        RowCount--;
        Reject(new RejectedHistoryRow(
            row.Line, _layout.TimeName, FormattableString.Invariant($"{row.Start:uuuu-MM-dd HH:mm}"), reason));
    }

    public void Dispose() => _records.Dispose();

    private static Outcome<HistoryFile> Open(
        CsvRecords records, List<CsvRecord> first, HistoryFileOptions options)
    {
        if (first.Count == 0)
        {
            return new Refusal.Invalid("file", $"{options.Name} is empty.\nMaybe it is still being written.");
        }

        var sample = HistorySample.Of(first);
        if (sample.Rows.Count == 0)
        {
            return new Refusal.Invalid("file", $"{options.Name} has a line with names and no rows below it.\n"
                + "Maybe the export's period is an empty one.");
        }

        var finder = new ColumnFinder(sample, options);
        return finder.Find().Then(columns =>
        {
            var layout = HistoryLayout.Of(sample, columns, records.Separator, options);
            var preview = new HistoryGlance(sample, layout).Tell(records.Separator, options.DateOrder, finder.Remarks);
            return new HistoryFile(records, sample, layout, options) { Preview = preview };
        });
    }

    private async IAsyncEnumerable<CsvRecord> RecordsAsync([EnumeratorCancellation] CancellationToken token)
    {
        foreach (var record in _sample.Rows)
        {
            yield return record;
        }

        while (await _records.NextAsync(token) is { } record)
        {
            yield return record;
        }
    }

    private HistoryRow? Row(RowDrafting drafting, DraftRow draft, DateOrder order)
    {
        var row = draft.On(order);
        if (row is null)
        {
            drafting.RejectDate(draft, order);
        }

        RowCount += row is null ? 0 : 1;
        return row;
    }

    private void RequireFew(Queue<DraftRow> waiting)
    {
        if (waiting.Count > MostWaiting)
        {
            throw Ambiguous(waiting.Peek());
        }
    }

    private SourceBrokenException Ambiguous(DraftRow row) => new(FormattableString.Invariant(
        $"{_options.Name}, line {row.Line}: {row.Date.First}, {row.Date.Second} of {row.Date.Year} may be the ")
        + "day first or the month first, and no other date in the file tells.\n"
        + "Maybe say which: day-first or month-first.");

    private void Reject(RejectedHistoryRow row)
    {
        RejectedCount++;
        if (_rejected.Count < MostKept)
        {
            _rejected.Add(row);
        }
    }
}
