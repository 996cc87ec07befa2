using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Forecasting.History;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>Reads a whole file of history, for a business unit, before anything of it is written.</summary>
public static class HistoryImport
{
    /// <param name="minutes">Length of the file's intervals; null: found out.</param>
    public static async Task<Outcome<ImportedHistory>> ReadAsync(
        BusinessUnit unit, Stream stream, HistoryFileOptions options, int? minutes, CancellationToken token)
    {
        var opened = await HistoryFile.OpenAsync(stream, options, token);
        if (opened.Refused is { } refused)
        {
            return refused;
        }

        using var file = opened.Value;
        var length = minutes ?? file.Preview.Minutes;
        if (length is null || !IntervalSeries.Lengths.Contains(length.Value))
        {
            return new Refusal.Invalid("minutes", length is null
                ? "are not given, and the rows do not show how long an interval is.\nMaybe 15."
                : FormattableString.Invariant(
                    $"are {length}, not one of {string.Join(", ", IntervalSeries.Lengths)}.\n")
                    + "Maybe a column is wrong.");
        }

        try
        {
            var intervals = new UnitIntervals(unit, file.Reject);
            await foreach (var row in file.ReadAsync(token))
            {
                intervals.Add(row);
                if (intervals.Count > HistoryWrites.MostRows)
                {
                    return new Refusal.Invalid("file", FormattableString.Invariant(
                        $"has more than {HistoryWrites.MostRows} intervals.\nMaybe bring it in several parts."));
                }
            }

            var remarks = new List<string>(file.Preview.Remarks);
            return intervals.Settle(minutes, length.Value, remarks, token).Then(all => new ImportedHistory(
                file.Preview, Usual(all) ?? length.Value, all, remarks, file.Rejected, file.RejectedCount));
        }
        catch (SourceBrokenException broken)
        {
            return new Refusal.Invalid("file", broken.Message);
        }
    }

    private static int? Usual(IReadOnlyList<HistoryInterval> all) =>
        all.Count == 0 ? null : all.CountBy(row => row.Minutes).MaxBy(length => length.Value).Key;
}
