using System.Text;
using Muster.Server.Api.Events;
using Muster.Server.Commands;
using Muster.Server.Events;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>Sends lines, and counts what became of them. A sign of life goes where there is nothing to tell.</summary>
internal sealed class LineOutlet(FeedSender sender, TimeProvider time, Action<string> say)
{
    private const int LinesAtOnce = 1_500;

    // A node takes so much in one transaction: a batch goes in as a whole or not at all, and nothing is missing before
    // the last position that the node has.
    private const int BytesAtOnce = 192 * 1024;

    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(20);

    // Who is no further behind is at the present, whatever this machine's clock says beside the node's.
    private static readonly Duration Present = Duration.FromSeconds(5);

    private long _sentAt = time.GetTimestamp();
    private int _refusals;

    public long Accepted { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>Lines that cannot be used.</summary>
    public long Refused { get; private set; }

    /// <summary>The source's highest position.</summary>
    public long Position { get; private set; }

    /// <param name="until">All that happened before is in these lines, or was sent.</param>
    public async Task SendAsync(IReadOnlyList<FeedLine> lines, Instant until, CancellationToken token)
    {
        var (batch, bytes) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            if (batch.Count == LinesAtOnce || bytes > BytesAtOnce - LongestLine)
            {
                await SendAsync(batch, LineOrigin.NoSign, token);
                (batch, bytes) = ([], 0);
            }

            batch.Add(line.Text);
            bytes += Encoding.UTF8.GetByteCount(line.Text) + 1;
        }

        if (batch.Count > 0)
        {
            await SendAsync(batch, Said(until), token);
        }
    }

    /// <summary>Sends a sign of life when nothing was sent for long.</summary>
    public Task LiveAsync(Instant until, CancellationToken token) =>
        time.GetElapsedTime(_sentAt) > BetweenSigns
            ? SendAsync(new List<string>(), Said(until), token)
            : Task.CompletedTask;

    /// <summary>Asks how far the source is.</summary>
    public async Task AskAsync(CancellationToken token) => Note(await sender.AskAsync(token));

    private const int LongestLine = LineReading.LongestLine;

    private DateTimeOffset? Said(Instant until) =>
        until + Present < Instant.FromDateTimeOffset(time.GetUtcNow()) ? until.ToDateTimeOffset() : null;

    private async Task SendAsync(List<string> batch, DateTimeOffset? until, CancellationToken token) =>
        Note(await sender.SendAsync(batch, until, token));

    private void Note(IngestedView answer)
    {
        _sentAt = time.GetTimestamp();
        FeedRun.Tell(answer, _refusals, say);
        _refusals += answer.Rejected.Count;
        Accepted += answer.Accepted;
        Duplicates += answer.Duplicates;
        Refused += answer.Quarantined + answer.Dropped;
        Position = answer.LastPosition;
    }
}
