using System.Text;
using Muster.Server.Api.Events;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Sends quarantined lines through the ingest again, and deletes them.</summary>
public sealed class QuarantineReplay(
    Database database, EventSourceStore sources, QuarantineStore quarantine, IngestQueue queue, Audit audit)
{
    private const string Title = "event quarantine";
    private const int LinesAtOnce = 1_000;

    /// <summary>What can be used now, goes in; the rest stays, with the reason of now.</summary>
    public async Task<ReplayView> ReplayAsync(
        WriteContext context, QuarantineFilter filter, CancellationToken token)
    {
        var runs = (await sources.ListAsync(token)).ToDictionary(source => source.Number, source => source.Run);
        var (lines, accepted, left, after) = (0L, 0L, 0L, 0L);
        while (true)
        {
            var rows = await quarantine.ListAsync(null, filter, after, LinesAtOnce, token);
            foreach (var some in rows.Where(IsWhole).GroupBy(row => row.Source))
            {
                var block = LineBlock.Of([.. some.Select(row => LineOf(row, runs[row.Source]))]);
                var origin = new LineOrigin(some.Key, LineOrigin.NoSign);
                accepted += (await await queue.WriteAsync(origin, block, token)).Accepted;
                left += block.Lines.Count(line => line.Fault is not null);
                lines += block.Lines.Count;
            }

            if (rows.Count < LinesAtOnce)
            {
                break;
            }

            after = rows[^1].Id;
        }

        var view = new ReplayView(lines, accepted, lines - accepted - left, left);
        await using var transaction = await database.BeginAsync(context, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("replayed", Title, filter.Source?.ToString() ?? "all"), null, view, token);
        await transaction.CommitAsync(token);
        return view;
    }

    /// <returns>How many lines were deleted.</returns>
    public async Task<int> DeleteAsync(
        WriteTransaction transaction, QuarantineFilter filter, CancellationToken token)
    {
        var deleted = await quarantine.DeleteAsync(transaction, filter, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("deleted", Title, filter.Source?.ToString() ?? "all"),
            new { lines = deleted, kind = filter.Kind }, null, token);
        return deleted;
    }

    // What is kept of the others is not what came: it is cut off, or letters of another encoding are replaced.
    private static bool IsWhole(QuarantinedLine row) =>
        row.Kind is not (QuarantineKind.TooLong or QuarantineKind.NotJson);

    // A position that was used before is one of the run that has begun since; everything else stands where it stood.
    private static EventLine LineOf(QuarantinedLine row, int run)
    {
        var line = LineReading.Read(Encoding.UTF8.GetBytes(row.Line), 0);
        line.Kept = row;
        line.Run = row.Kind == QuarantineKind.PositionUsed ? run : row.Run;
        return line;
    }
}
