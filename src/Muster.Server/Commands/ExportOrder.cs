using Muster.Server.Reports;
using NodaTime;

namespace Muster.Server.Commands;

/// <summary>What is to be exported, and where to.</summary>
internal sealed record ExportOrder
{
    public required NodeLogin Login { get; init; }

    /// <summary>By name or id; null: the only business unit.</summary>
    public string? Unit { get; init; }

    public required LocalDate From { get; init; }

    /// <summary>The last day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>What a row is of, as the API has it; "exceptions" for those.</summary>
    public required string By { get; init; }

    public ReportFormat Format { get; init; }

    /// <summary>Null: standard output.</summary>
    public FileInfo? Out { get; init; }
}
