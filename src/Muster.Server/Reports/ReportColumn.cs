namespace Muster.Server.Reports;

/// <summary>A column of a report.</summary>
/// <param name="Name">For programs and people: snake case, as the API has it.</param>
/// <param name="Cell">What a row has there.</param>
public sealed record ReportColumn<T>(string Name, Func<T, ReportCell> Cell);
