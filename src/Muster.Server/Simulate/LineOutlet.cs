using System.Text;
using Muster.Server.Commands;

namespace Muster.Server.Simulate;

/// <summary>Sends lines, and counts what became of them. A sign of life goes where there is nothing to tell.</summary>
internal sealed class LineOutlet(FeedSender sender, TimeProvider time, Action<string> say)
{
    private const int LinesAtOnce = 1_500;

    // A node takes so much in one transaction: a batch goes in as a whole or not at all, and nothing is missing before
    // the last position that the node has.
    private const int BytesAtOnce = 192 * 1024;

    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(20);

    private long _sentAt = time.GetTimestamp();
    private int _refusals;

    public long Accepted { get; private set; }

    public long Duplicates { get; private set; }

    /// <summary>Lines that cannot be used.</summary>
    public long Refused { get; private set; }

    /// <summary>The source's highest position.</summary>
    public long Position { get; private set; }

    public async Task SendAsync(IReadOnlyList<FeedLine> lines, CancellationToken token)
    {
        var (batch, bytes) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            batch.Add(line.Text);
            bytes += Encoding.UTF8.GetByteCount(line.Text) + 1;
            if (batch.Count == LinesAtOnce || bytes > BytesAtOnce - LongestLine)
            {
                await SendAsync(batch, token);
                (batch, bytes) = ([], 0);
            }
        }

        if (batch.Count > 0)
        {
            await SendAsync(batch, token);
        }
    }

    /// <summary>Sends a sign of life when nothing was sent for long.</summary>
    public Task LiveAsync(CancellationToken token) =>
        time.GetElapsedTime(_sentAt) > BetweenSigns ? SendAsync(new List<string>(), token) : Task.CompletedTask;

    /// <summary>Asks how far the source is.</summary>
    public Task AskAsync(CancellationToken token) => SendAsync(new List<string>(), token);

    private const int LongestLine = Events.LineReading.LongestLine;

    private async Task SendAsync(List<string> batch, CancellationToken token)
    {
        var answer = await sender.SendAsync(batch, token);
        _sentAt = time.GetTimestamp();
        FeedRun.Tell(answer, _refusals, say);
        _refusals += answer.Rejected.Count;
        Accepted += answer.Accepted;
        Duplicates += answer.Duplicates;
        Refused += answer.Quarantined + answer.Dropped;
        Position = answer.LastPosition;
    }
}
