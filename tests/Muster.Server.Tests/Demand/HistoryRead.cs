using Muster.Server.Demand;

namespace Muster.Server.Tests.Demand;

/// <summary>A file that has been read, and its rows.</summary>
internal sealed record HistoryRead(HistoryFile File, IReadOnlyList<HistoryRow> Rows)
{
    public HistoryPreview Preview => File.Preview;

    /// <summary>"2026-03-02T07:00 12" of each row.</summary>
    public IEnumerable<string> Texts => Rows.Select(row => FormattableString.Invariant(
        $"{row.Start:uuuu-MM-dd'T'HH:mm} {row.Offered}"));
}
