using Muster.Domain.Sources;
using Muster.Storage;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>Applies the changes of a source as they come, for one tenure.</summary>
public sealed partial class SourceFeed(
    SourceTenure tenure, ISource source, PageWriter writer, SourceStore sources, TimeProvider time,
    ILogger<SourceFeed> logger)
{
    private const string Following = "following";

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    private (string State, string Sentence) _told;

    public async Task RunAsync(CancellationToken token)
    {
        while (true)
        {
            if (tenure.Cursor is not { } cursor)
            {
                await tenure.CursorKnown.WaitAsync(Timeout.InfiniteTimeSpan, token);
                continue;
            }

            try
            {
                // Not waiting for news before it is known that there is none.
                var wait = _told.State == Following ? LongPoll : TimeSpan.Zero;
                await TakeAsync(await source.ReadChangesAsync(cursor, wait, token), token);
            }
            catch (CursorRefusedException refused)
            {
                await TellAsync("reading", $"{refused.Message} Everything is read again.", token);
                await sources.ForgetCursorAsync(tenure.Source.Id, token);
                tenure.Cursor = null;
                tenure.RunDue.Set();
            }
            catch (Exception failure) when (SourceTrouble.IsPassing(failure))
            {
                await WaitAfterAsync(failure, token);
            }
        }
    }

    private async Task TakeAsync(SourceChanges changes, CancellationToken token)
    {
        if (changes.Rows.Count > 0)
        {
            var result = await writer.WriteAsync(
                tenure,
                new SourcePage([.. changes.Rows.Select(row => row.Given).OfType<SourceObject>()], IsCurrent: false)
                {
                    Rejected = [.. changes.Rows.Select(row => row.Rejected).OfType<RejectedRow>()],
                    Cursor = changes.Next,
                },
                token);
            tenure.Cursor = changes.Next;
            await AskAsync(result.Unclear, token);
        }

        await TellAsync(Following, "Every change so far has been applied.", token);
    }

    // Their words could not be put in order: what holds now is asked for.
    private async Task AskAsync(
        IReadOnlyList<(ObjectKind Kind, string ExternalId)> unclear, CancellationToken token)
    {
        foreach (var (kind, externalId) in unclear.Distinct())
        {
            var now = await source.FindAsync(kind, externalId, token)
                ?? new SourceObject(kind, externalId, null, null, null);
            await writer.WriteAsync(tenure, new SourcePage([now], IsCurrent: true), token);
        }
    }

    private async Task WaitAfterAsync(Exception failure, CancellationToken token)
    {
        Failed(tenure.Source.Name, failure.Message);
        if (!StorageTrouble.IsPassing(failure))
        {
            await TellAsync("away", failure.Message, token);
        }

        await Task.Delay((failure as SourceAwayException)?.RetryAfter ?? RetryAfter, time, token);
    }

    private async Task TellAsync(string state, string sentence, CancellationToken token)
    {
        if (_told != (state, sentence))
        {
            await sources.TellAsync(tenure.Source.Id, state, sentence, token);
            _told = (state, sentence);
        }
    }

    [LoggerMessage(LogEvents.SourceFailed, LogLevel.Warning, "Following {Source} failed, and is tried again: {Reason}")]
    private partial void Failed(string source, string reason);
}
