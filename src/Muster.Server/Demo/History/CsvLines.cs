namespace Muster.Server.Demo.History;

/// <summary>The rows of a plain CSV file without quotes, its header left out.</summary>
internal static class CsvLines
{
    public static IEnumerable<string[]> Of(string csv) =>
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(','));
}
