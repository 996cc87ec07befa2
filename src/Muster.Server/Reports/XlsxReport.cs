using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Muster.Server.Reports;

/// <summary>
/// Rows as a workbook (ECMA-376), written in one go. A sheet that is full is followed by the next; the last one tells
/// about the report.
/// </summary>
/// <remarks>
/// By hand, for the libraries keep a workbook, or all of its compressed parts, in memory until its end.
/// </remarks>
internal sealed class XlsxReport : IReportWriter
{
    /// <summary>As many as a sheet has.</summary>
    public const int MostRows = 1_048_576;

    private readonly ZipArchive _archive;
    private readonly string _title;
    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<(string Name, ReportCell Value)> _about;
    private readonly int _mostRows;
    private readonly List<string> _sheets = [];
    private XlsxSheet? _sheet;
    private bool _isEnded;

    /// <param name="mostRows">Of a sheet, with its header.</param>
    public XlsxReport(
        Stream stream, string title, IReadOnlyList<string> columns,
        IReadOnlyList<(string Name, ReportCell Value)> about, int mostRows = MostRows)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        (_title, _columns, _about, _mostRows) = (title, columns, about, mostRows);
        _sheet = Begin(Name(1));
    }

    public void Write(ReadOnlySpan<ReportCell> cells)
    {
        if (_sheet!.Rows == _mostRows)
        {
            _sheet.End();
            _sheet = Begin(Name(_sheets.Count + 1));
        }

        _sheet.Row(cells);
    }

    public void Flush() => _sheet!.Flush();

    public void Dispose()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        _sheet!.End();
        var about = new XlsxSheet(Open("About"), [28, 60], hasHeader: false);
        foreach (var (name, value) in _about)
        {
            about.Row([ReportCell.Text(name), value]);
        }

        about.End();
        foreach (var (path, text) in XlsxParts.Of(_sheets))
        {
            using var part = new StreamWriter(_archive.CreateEntry(path).Open(), new UTF8Encoding(false));
            part.Write(text);
        }

        _archive.Dispose();
    }

    private XlsxSheet Begin(string name)
    {
        var sheet = new XlsxSheet(Open(name), [.. _columns.Select(Width)], hasHeader: true);
        sheet.Header(_columns);
        return sheet;
    }

    private Stream Open(string name)
    {
        _sheets.Add(name);
        return _archive.CreateEntry(XlsxParts.PathOf(_sheets.Count), CompressionLevel.Fastest).Open();
    }

    private string Name(int number) =>
        number == 1 ? _title : string.Create(CultureInfo.InvariantCulture, $"{_title} {number}");

    // In characters: names of people and things need more room than figures do.
    private static int Width(string column) => Math.Max(column.Length + 3, column switch
    {
        "agent" or "team" or "unit" or "reason" => 26,
        "start" or "end" or "told_at" => 20,
        _ => 12,
    });
}
