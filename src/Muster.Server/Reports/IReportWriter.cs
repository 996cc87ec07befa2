namespace Muster.Server.Reports;

/// <summary>Writes rows into a stream, from its first byte to its last. Disposing ends the file.</summary>
internal interface IReportWriter : IDisposable
{
    /// <summary>As many cells as there are columns.</summary>
    void Write(ReadOnlySpan<ReportCell> cells);

    /// <summary>Hands what was written to the stream.</summary>
    void Flush();
}
