namespace Muster.Server.Reports;

/// <summary>How rows are answered.</summary>
public enum ReportFormat
{
    Json,
    Csv,
    Xlsx,
}
