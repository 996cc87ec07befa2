using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;

namespace Muster.Server.Reports;

/// <summary>A sheet of a workbook, written row by row. Cells carry no address: they follow each other.</summary>
internal sealed class XlsxSheet
{
    private const int FlushAt = 64 * 1024;
    private const int Letters = 26;

    private const string Frozen = """
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>
        """;

    // Day 0 of spreadsheets.
    private static readonly LocalDateTime Epoch = new(1899, 12, 30, 0, 0);

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _bytes = new(2 * FlushAt);
    private readonly int _columns;
    private readonly bool _hasHeader;

    /// <param name="widths">Of the columns, in characters.</param>
    /// <param name="hasHeader">The first row stays in sight, and can be filtered by.</param>
    public XlsxSheet(Stream stream, IReadOnlyList<int> widths, bool hasHeader)
    {
        (_stream, _columns, _hasHeader) = (stream, widths.Count, hasHeader);
        Raw($"""
            {XlsxParts.Declaration}
            <worksheet xmlns="{XlsxParts.Main}"><sheetViews><sheetView workbookViewId="0">{(hasHeader ? Frozen : "")}
            </sheetView></sheetViews><cols>
            """);
        foreach (var (place, width) in widths.Index())
        {
            Raw(string.Create(CultureInfo.InvariantCulture,
                $"""<col min="{place + 1}" max="{place + 1}" width="{width}" customWidth="1"/>"""));
        }

        Raw("</cols><sheetData>");
    }

    /// <summary>So many are written, with the header.</summary>
    public int Rows { get; private set; }

    public void Header(IEnumerable<string> names)
    {
        Raw("<row>"u8);
        foreach (var name in names)
        {
            Text(name, $"""<c s="{XlsxParts.Header}" t="inlineStr"><is><t>""");
        }

        Raw("</row>"u8);
        Rows++;
    }

    public void Row(ReadOnlySpan<ReportCell> cells)
    {
        Raw("<row>"u8);
        foreach (var cell in cells)
        {
            Cell(cell);
        }

        Raw("</row>"u8);
        Rows++;
        if (_bytes.WrittenCount > FlushAt)
        {
            Flush();
        }
    }

    public void Flush()
    {
        _stream.Write(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();
    }

    public void End()
    {
        Raw("</sheetData>");
        if (_hasHeader && _columns <= Letters)
        {
            Raw(string.Create(CultureInfo.InvariantCulture,
                $"""<autoFilter ref="A1:{(char)('A' + _columns - 1)}{Rows}"/>"""));
        }

        Raw("</worksheet>");
        Flush();
        _stream.Dispose();
    }

    private void Cell(in ReportCell cell)
    {
        switch (cell.Kind)
        {
            case ReportCellKind.Text:
                Text(cell.Words!, """<c t="inlineStr"><is><t xml:space="preserve">""");
                break;
            case ReportCellKind.Number:
                Number("<c><v>"u8, cell.Value);
                break;
            case ReportCellKind.Percent:
                Number("<c s=\"2\"><v>"u8, cell.Value / 100);
                break;
            case ReportCellKind.Day:
                Number("<c s=\"3\"><v>"u8, Serial(cell.Moment.LocalDateTime));
                break;
            case ReportCellKind.Time:
                Number("<c s=\"4\"><v>"u8, Serial(cell.Moment.LocalDateTime));
                break;
            default:
                Raw("<c/>"u8);
                break;
        }
    }

    private static double Serial(LocalDateTime at) =>
        Period.Between(Epoch, at, PeriodUnits.Seconds).Seconds / (double)NodaConstants.SecondsPerDay;

    private void Number(ReadOnlySpan<byte> opening, double number)
    {
        Raw(opening);
        number.TryFormat(_bytes.GetSpan(32), out var written, "R", CultureInfo.InvariantCulture);
        _bytes.Advance(written);
        Raw("</v></c>"u8);
    }

    private void Text(string text, string opening)
    {
        Raw(opening);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    Raw("&amp;"u8);
                    break;
                case '<':
                    Raw("&lt;"u8);
                    break;
                case '>':
                    Raw("&gt;"u8);
                    break;
                case < ' ' and not ('\t' or '\n') or 0xFFFE or 0xFFFF:
                    // XML has no way to write these.
                    break;
                default:
                    _bytes.Advance(rune.EncodeToUtf8(_bytes.GetSpan(4)));
                    break;
            }
        }

        Raw("</t></is></c>"u8);
    }

    private void Raw(string text) => Encoding.UTF8.GetBytes(text, _bytes);

    private void Raw(ReadOnlySpan<byte> text) => _bytes.Write(text);
}
