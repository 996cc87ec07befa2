using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Muster.Server.Tests.Adherence;

/// <summary>A workbook as another program reads it, found valid.</summary>
internal sealed class Workbook
{
    private readonly List<(string Name, List<string[]> Rows)> _sheets = [];

    public IEnumerable<string> Sheets => _sheets.Select(sheet => sheet.Name);

    public List<string[]> Rows(string sheet) => _sheets.Single(one => one.Name == sheet).Rows;

    public static Workbook Read(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var (book, part) = (new Workbook(), document.WorkbookPart!);
        foreach (var sheet in part.Workbook.Sheets!.Elements<Sheet>())
        {
            var rows = ((WorksheetPart)part.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>();
            book._sheets.Add((
                sheet.Name!, [.. rows.Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())]));
        }

        return book;
    }
}
