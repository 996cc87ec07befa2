using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CsvHelper;
using Muster.Domain.Sources;

namespace Muster.Server.Sources;

/// <summary>The rows of a CSV file one by one; the first names the columns. For one file, read once.</summary>
internal sealed class CsvRows(Utf8Text text, string name)
{
    // Longer than any row of ours. A quotation mark that nobody closes would otherwise take in the rest of the file.
    private const int LongestRow = 1024 * 1024;

    private readonly Queue<(long Line, CsvMalformedReason Reason)> _malformed = [];
    private string[] _columns = [];
    private long _line;

    public async IAsyncEnumerable<FileRow> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        var separator = SeparatorOf(await text.FirstLineAsync(token));
        using var reader = CsvReader.Create(text, Configure(separator), leaveOpen: true);
        while (await NextAsync(reader, token))
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            var isBad = IsMalformed(reader);
            if (_columns.Length == 0)
            {
                yield return Header(cells);
            }
            else if (!cells.All(string.IsNullOrEmpty))
            {
                yield return Row(cells, isBad);
            }
        }

        if (_columns.Length == 0)
        {
            throw new SourceBrokenException(
                $"{name} is empty.\nMaybe it is still being written; its first line names the columns.");
        }
    }

    // The one that stands more often in the first line.
    private static char SeparatorOf(string line) => line.AsSpan().Count(';') > line.AsSpan().Count(',') ? ';' : ',';

    private CsvReaderOptions Configure(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrimWhitespace = true,
        MaxRecordSize = LongestRow,
        TrackLineNumbers = true,
        OnMalformedRecord = record => _malformed.Enqueue((record.LineNumber, record.Reason)),
    };

    private async Task<bool> NextAsync(CsvReader reader, CancellationToken token)
    {
        try
        {
            var isThere = await reader.ReadAsync(token);
            _line = isThere ? reader.LineNumber : _line;
            return isThere;
        }
        catch (CsvFormatException)
        {
            throw Unclosed(_line + 1);
        }
    }

    // What is wrong over several lines may hide other rows, and whoever stands in them must not be taken for gone.
    private bool IsMalformed(CsvReader reader)
    {
        var isMalformed = false;
        while (_malformed.TryPeek(out var found) && found.Line <= _line)
        {
            isMalformed |= found.Line == _line;
            if (_malformed.Dequeue().Reason == CsvMalformedReason.UnterminatedQuote)
            {
                throw Unclosed(_line);
            }
        }

        var isWrong = isMalformed || (_columns.Length > 0 && reader.FieldCount != _columns.Length);
        return isWrong && reader.RawRecord.ContainsAny((byte)'\n', (byte)'\r') ? throw Unclosed(_line) : isMalformed;
    }

    private SourceBrokenException Unclosed(long line) => new(string.Create(CultureInfo.InvariantCulture,
        $"{name}, line {line}: a quotation mark is not closed.\n")
        + "Maybe close it; inside a quoted field it is written twice.");

    private FileRow Header(string[] cells)
    {
        var twice = cells.Where(cell => cell.Length > 0).CountBy(cell => cell).FirstOrDefault(pair => pair.Value > 1);
        _columns = twice.Key is null ? cells : throw new SourceBrokenException(
            $"{name} has the column {twice.Key} twice.\nMaybe take one of them out.");
        return new FileRow((int)_line, new Dictionary<string, JsonNode>())
        {
            Header = [.. cells.Where(cell => cell.Length > 0)],
        };
    }

    private FileRow Row(string[] cells, bool isBad)
    {
        var fields = new Dictionary<string, JsonNode>(cells.Length);
        for (var place = 0; place < Math.Min(cells.Length, _columns.Length); place++)
        {
            if (_columns[place].Length > 0 && cells[place].Length > 0)
            {
                fields[_columns[place]] = JsonValue.Create(cells[place]);
            }
        }

        return new FileRow((int)_line, fields) { Trouble = TroubleOf(cells, isBad) };
    }

    private (string Field, string Reason)? TroubleOf(string[] cells, bool isBad)
    {
        if (cells.Length != _columns.Length)
        {
            return ("", string.Create(CultureInfo.InvariantCulture,
                $"The row has {cells.Length} fields where the first line names {_columns.Length}.\n")
                + "Maybe put a field that holds the separator between quotation marks.");
        }

        var unnamed = Enumerable.Range(0, cells.Length)
            .FirstOrDefault(place => _columns[place].Length == 0 && cells[place].Length > 0, -1);
        return isBad
            ? ("", "A quotation mark stands in a field that does not begin with one.\n"
                + "Maybe put the field between quotation marks, and write that one twice.")
            : unnamed < 0 ? null : ("", string.Create(CultureInfo.InvariantCulture,
                $"\"{cells[unnamed]}\" stands in column {unnamed + 1}, which has no name.\n")
                + "Maybe name the column in the first line.");
    }
}
