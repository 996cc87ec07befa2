using System.Globalization;

namespace Muster.Forecasting.Tests.Staffing;

/// <summary>A table beside the tests. Its notes hold no commas but in quotes at the end.</summary>
internal static class ReferenceTable
{
    public static IEnumerable<ReferenceRow> Rows(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Staffing", "Reference", name));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => new ReferenceRow(header, line.Split(',')));
    }

    internal sealed record ReferenceRow(string[] Header, string[] Cells)
    {
        public string Text(string column) => Cells[Array.IndexOf(Header, column)].Trim('"');

        public double? Number(string column) => Text(column) is { Length: > 0 } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : null;
    }
}
