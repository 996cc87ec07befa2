using System.Globalization;
using System.Security;
using System.Text;

namespace Muster.Server.Reports;

/// <summary>The parts of a workbook beside its sheets (ECMA-376, parts 1 and 2).</summary>
internal static class XlsxParts
{
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Places in the list of formats.</summary>
    public const int Header = 1;

    /// <inheritdoc cref="Header"/>
    public const int Percent = 2;

    /// <inheritdoc cref="Header"/>
    public const int Day = 3;

    /// <inheritdoc cref="Header"/>
    public const int Time = 4;

    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private const string Styles = $"""
        {Declaration}
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt
        numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name
        val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>
        <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders
        count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf
        numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0"
        fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"
        applyFont="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf
        numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0"
        fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>Where the sheet of that number is; from 1.</summary>
    public static string PathOf(int sheet) =>
        string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet}.xml");

    /// <returns>Every part by its path.</returns>
    public static IEnumerable<(string Path, string Text)> Of(IReadOnlyList<string> sheets)
    {
        yield return ("[Content_Types].xml", Types(sheets.Count));
        yield return ("_rels/.rels", $"""
            {Declaration}
            <Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Documents}/officeDocument"
            Target="xl/workbook.xml"/></Relationships>
            """);
        yield return ("xl/workbook.xml", Workbook(sheets));
        yield return ("xl/_rels/workbook.xml.rels", Relations(sheets.Count));
        yield return ("xl/styles.xml", Styles);
    }

    private static string Types(int sheets)
    {
        var text = new StringBuilder($"""
            {Declaration}
            <Types xmlns="{Packages}/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
            ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/>
            """);
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"""<Override PartName="/{PathOf(sheet)}" ContentType="{Type}.worksheet+xml"/>""");
        }

        return text.Append("</Types>").ToString();
    }

    private static string Workbook(IReadOnlyList<string> sheets)
    {
        var text = new StringBuilder($"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Documents}">""")
            .Append("<bookViews><workbookView/></bookViews><sheets>");
        foreach (var (place, name) in sheets.Index())
        {
            text.Append(CultureInfo.InvariantCulture,
                $"""<sheet name="{SecurityElement.Escape(name)}" sheetId="{place + 1}" r:id="rId{place + 1}"/>""");
        }

        return text.Append("</sheets></workbook>").ToString();
    }

    private static string Relations(int sheets)
    {
        var text = new StringBuilder($"""{Declaration}<Relationships xmlns="{Packages}/relationships">""");
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"""<Relationship Id="rId{sheet}" Type="{Documents}/worksheet" Target="{PathOf(sheet)[3..]}"/>""");
        }

        return text.Append(CultureInfo.InvariantCulture,
            $"""<Relationship Id="rId{sheets + 1}" Type="{Documents}/styles" Target="styles.xml"/></Relationships>""")
            .ToString();
    }
}
