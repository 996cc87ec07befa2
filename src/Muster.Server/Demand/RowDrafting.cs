using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Demand;

/// <summary>Makes rows of records; what is wrong with one is a rejection. By one task at a time.</summary>
internal sealed class RowDrafting
{
    // More in an interval, or longer, are a mistake.
    private const double MostVolume = 1e9;

    private readonly FoundColumns _columns;

    private readonly IReadOnlyList<SampleColumn> _names;

    private readonly NumberText _numbers;

    private readonly string _queue;

    private readonly bool _hasOffsets;

    private readonly Action<RejectedHistoryRow> _reject;

    private readonly double[] _units;

    // Queue names repeat in every row: one string for each; null for what is no name.
    private readonly Dictionary<string, string?> _queues = [];

    public RowDrafting(HistoryLayout layout, Action<RejectedHistoryRow> reject)
    {
        (_columns, _names, _numbers, _hasOffsets) = (layout.Columns, layout.Names, layout.Numbers, layout.HasOffsets);
        (_queue, _reject) = (layout.Queue, reject);
        _units = [.. _columns.Handle.Select(place => _names[place].Words.Unit)];
    }

    /// <returns>Null when it was rejected.</returns>
    public DraftRow? Draft(CsvRecord record)
    {
        if (record.IsBroken)
        {
            return Reject(record.Line, "", "", "A quotation mark is not closed, or stands inside a field.\n"
                + "Maybe close it; inside a quoted field it is written twice.");
        }

        if (TimeOf(record) is not { } time)
        {
            return null;
        }

        if (Count(record, _columns.Volume) is not { } volume)
        {
            return null;
        }

        double? handled = null;
        if (_columns.Handled is { } place && record.Cell(place).Length > 0)
        {
            handled = Count(record, place);
            if (handled is null)
            {
                return null;
            }
        }

        if (!TryHandleSeconds(record, handled ?? volume, out var seconds))
        {
            return null;
        }

        if (QueueOf(record) is not { } queue)
        {
            return null;
        }

        var row = new HistoryRow(queue, default, null, volume, handled, seconds);
        return new DraftRow(record.Line, time.Date, time.Clock, row);
    }

    /// <summary>Of a row whose date does not exist.</summary>
    public void RejectDate(DraftRow row, DateOrder order)
    {
        var date = FormattableString.Invariant($"{row.Date.First}, {row.Date.Second} of {row.Date.Year}");
        var read = order == DateOrder.DayFirst ? "day first" : "month first";
        Reject(row.Line, _names[_columns.Timestamp ?? _columns.Date!.Value].Name, date, row.Date.Order is null
            ? $"is no day: {date}, where other rows have the {read}.\nMaybe the file is made of two."
            : $"is no day: {date}.\nMaybe it is a misprint.");
    }

    private TimestampText? TimeOf(CsvRecord record)
    {
        var place = _columns.Timestamp ?? _columns.Date!.Value;
        var text = record.Cell(place);
        var time = _columns.Timestamp is not null ? TimestampText.Parse(text) : FromParts(record);
        if (time is null && _columns.Time is { } clock && DateOf(text) is not null)
        {
            (place, text) = (clock, record.Cell(clock));
        }

        if (time is null)
        {
            Reject(record.Line, _names[place].Name, text, text.Length == 0
                ? "is empty.\nMaybe the row is a total; it was left out."
                : $"is no time: \"{text}\".\nMaybe write it as 2026-03-04 07:00.");
            return null;
        }

        if (time.Value.Clock.OffsetMinutes is not null != _hasOffsets)
        {
            Reject(record.Line, _names[place].Name, text, _hasOffsets
                ? $"has no offset from UTC, unlike other rows: \"{text}\".\nMaybe write it as 2026-03-04T07:00+01:00."
                : $"has an offset from UTC, unlike other rows: \"{text}\".\nMaybe leave it out.");
            return null;
        }

        return time;
    }

    private TimestampText? FromParts(CsvRecord record)
    {
        var text = record.Cell(_columns.Time!.Value);
        var clock = _columns.IsHour ? ClockText.ParseHour(text)
            : _columns.IsDigits ? ClockText.ParseDigits(text)
            : ClockText.Parse(text, _hasOffsets);
        return clock is { } time && DateOf(record.Cell(_columns.Date!.Value)) is { } date
            ? new TimestampText(date, time) : null;
    }

    private static DateText? DateOf(string text) => DateText.Parse(text) ?? TimestampText.Parse(text)?.Date;

    private double? Count(CsvRecord record, int place)
    {
        var text = record.Cell(place);
        var value = _numbers.Parse(text);
        if (value is >= 0 and <= MostVolume)
        {
            return value;
        }

        Reject(record.Line, _names[place].Name, text, WhyNoCount(text, value));
        return null;
    }

    private string WhyNoCount(string text, double value) =>
        text.Length == 0 ? "is empty.\nMaybe nothing was counted then; the interval is taken as missing."
        : _numbers.IsAmbiguous(text) ? $"may be over a thousand or a little over one: \"{text}\".\n"
            + "Maybe leave the mark for thousands out."
        : value < 0 ? $"is below 0: {text}.\nMaybe it is a correction, to be added to another interval."
        : value > MostVolume ? $"is too great: {text}.\nMaybe the column is another's."
        : $"is no number: \"{text}\".\nMaybe leave units and remarks out.";

    private bool TryHandleSeconds(CsvRecord record, double contacts, out double? seconds)
    {
        seconds = null;
        for (var i = 0; i < _units.Length; i++)
        {
            var place = _columns.Handle[i];
            var text = record.Cell(place);
            if (text.Length == 0 || text is "-" or "NA" or "N/A" or "NaN")
            {
                continue;
            }

            var value = DurationText.Seconds(text, _numbers) * _units[i] * (_columns.IsHandleMean ? contacts : 1);
            if (value is not (>= 0 and < double.PositiveInfinity))
            {
                Reject(record.Line, _names[place].Name, text, value < 0
                    ? $"is below 0: {text}.\nMaybe it is a misprint."
                    : $"is no duration: \"{text}\".\nMaybe write seconds, or 0:03:05.");
                return false;
            }

            seconds = (seconds ?? 0) + value;
        }

        return true;
    }

    private string? QueueOf(CsvRecord record)
    {
        var cell = _columns.Queue is { } place ? record.Cell(place) : "";
        var name = cell.Length == 0 ? _queue : cell;
        if (!_queues.TryGetValue(name, out var known))
        {
            var isName = PlannedQueue.CheckId(new FieldChecks(), "queue", name).Refusal is null;
            _queues[name] = known = isName ? name : null;
        }

        if (known is null)
        {
            Reject(record.Line, _columns.Queue is { } column ? _names[column].Name : "", name,
                "names no queue: 1 to 200 characters, none of them a control character.\n"
                + "Maybe say which queue the rows are of.");
        }

        return known;
    }

    private DraftRow? Reject(long line, string field, string value, string reason)
    {
        _reject(new RejectedHistoryRow(line, field, value, reason));
        return null;
    }
}
