namespace Muster.Server.Reports;

/// <summary>What stands in a cell.</summary>
public enum ReportCellKind
{
    Nothing,
    Text,
    Number,
    Percent,
    Day,
    Time,
}
