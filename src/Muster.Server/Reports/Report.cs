namespace Muster.Server.Reports;

/// <summary>Rows to be written into a file, however many.</summary>
/// <param name="Title">Of the sheet.</param>
/// <param name="FileName">Without its ending.</param>
/// <param name="About">What a reader must know: by name.</param>
/// <param name="Portions">The rows in order, as they are read.</param>
public sealed record Report<T>(
    string Title, string FileName, IReadOnlyList<ReportColumn<T>> Columns,
    IReadOnlyList<(string Name, ReportCell Value)> About, IAsyncEnumerable<IReadOnlyList<T>> Portions);
