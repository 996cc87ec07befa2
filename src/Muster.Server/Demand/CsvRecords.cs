using CsvHelper;
using Muster.Domain.Sources;
using Muster.Server.Sources;

namespace Muster.Server.Demand;

/// <summary>
/// The rows of a file of numbers one by one, in constant memory. A quotation mark spoils no more than its line.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private const int LongestRow = 1024 * 1024;

    private readonly Utf8Text _text;

    private readonly string _name;

    private readonly CsvReader _reader;

    private long _brokenLine;

    private CsvRecords(Utf8Text text, string name, char separator)
    {
        (_text, _name, Separator) = (text, name, separator);
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            OnMalformedRecord = record => _brokenLine = record.LineNumber,
        });
    }

    public char Separator { get; }

    /// <exception cref="SourceBrokenException">It is not UTF-8.</exception>
    public static async Task<CsvRecords> OpenAsync(Stream stream, string name, CancellationToken token)
    {
        var text = new Utf8Text(stream, name);
        return new CsvRecords(text, name, SeparatorGuess.Of(await text.BeginningAsync(token)));
    }

    /// <returns>Null at the end. Empty lines are passed over.</returns>
    /// <exception cref="SourceBrokenException">It is not UTF-8, or not text in lines.</exception>
    /// <exception cref="SourceAwayException">It cannot be read now.</exception>
    public async ValueTask<CsvRecord?> NextAsync(CancellationToken token)
    {
        try
        {
            while (await _reader.ReadAsync(token))
            {
                var cells = new string[_reader.FieldCount];
                var isEmpty = true;
                for (var place = 0; place < cells.Length; place++)
                {
                    cells[place] = _reader.GetString(place);
                    isEmpty &= cells[place].Length == 0;
                }

                if (!isEmpty)
                {
                    return new CsvRecord(_reader.LineNumber, cells, _brokenLine == _reader.LineNumber);
                }
            }

            return null;
        }
        catch (CsvFormatException problem)
        {
            throw new SourceBrokenException(
                $"{_name} has a line of over {LongestRow / 1024 / 1024} MB.\nMaybe it is not a CSV file.", problem);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }
}
