using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>Reads everything of a source from time to time, and when somebody asks, for one tenure.</summary>
public sealed partial class SourceRuns(
    SourceTenure tenure, ISource source, PageWriter writer, SyncStores stores, Database database, TimeProvider time,
    ILogger<SourceRuns> logger)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _lastFullAt;

    public async Task RunAsync(DateTimeOffset? lastFullAt, CancellationToken token)
    {
        _lastFullAt = lastFullAt;
        var retry = FirstRetry;
        while (true)
        {
            try
            {
                await RunWhatIsDueAsync(token);
                retry = FirstRetry;
                await tenure.RunDue.WaitAsync(UntilNext(), token);
            }
            catch (Exception failure) when (SourceTrouble.IsPassing(failure))
            {
                Failed(tenure.Source.Name, failure.Message);
                await tenure.RunDue.WaitAsync((failure as SourceAwayException)?.RetryAfter ?? retry, token);
                retry = retry * 2 < LongestRetry ? retry * 2 : LongestRetry;
            }
        }
    }

    private async Task RunWhatIsDueAsync(CancellationToken token)
    {
        if (await stores.Runs.FindAsync(tenure.Source.Id, RunState.Approved, token) is { } approved)
        {
            await NewRun().ApplyHeldAsync(approved, token);
        }

        var progress = (await stores.Sources.ReadProgressAsync(token))[tenure.Source.Id];
        if (progress.Asked == RunKind.Plan)
        {
            await RunAsync(RunKind.Plan, PlanAsync, progress, token);
        }

        if (progress.Asked == RunKind.Full || tenure.Cursor is null || UntilNext() == TimeSpan.Zero)
        {
            await RunAsync(RunKind.Full, ReadAsync, progress, token);
        }
    }

    private async Task RunAsync(
        RunKind kind, Func<SyncRun, CancellationToken, Task> work, SourceProgress progress, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var run = new SyncRun(
            Guid.CreateVersion7(now), tenure.Source.Id, kind, RunState.Running, now, null, default, "");
        await stores.Runs.BeginAsync(run, token);
        try
        {
            await work(run, token);
            await AnswerAsync(kind, progress, token);
        }
        catch (Exception failure) when (SourceTrouble.IsPassing(failure))
        {
            await stores.Runs.EndAsync(
                database, run with { State = RunState.Failed, Sentence = failure.Message }, [], token);
            await AnswerAsync(kind, progress, token);
            throw;
        }
    }

    // Not before it has ended: if this node dies in the middle, the next one begins the run that was asked for anew.
    private Task AnswerAsync(RunKind kind, SourceProgress progress, CancellationToken token) =>
        progress.Asked == kind && progress.AskedAt is { } askedAt
            ? stores.Sources.AnswerAsync(tenure.Source.Id, askedAt, token)
            : Task.CompletedTask;

    private Task PlanAsync(SyncRun run, CancellationToken token) =>
        new PlanRun(tenure.Source, source, stores, database).RunAsync(run, token);

    private async Task ReadAsync(SyncRun run, CancellationToken token)
    {
        var position = await NewRun().ApplyAsync(run, token);
        _lastFullAt = time.GetUtcNow();
        tenure.Cursor ??= position;
        tenure.CursorKnown.Set();
    }

    private FullRun NewRun() => new(tenure, source, writer, stores, database, time);

    private TimeSpan UntilNext()
    {
        if (tenure.Source.TimeoutMinutes == 0)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var left = (_lastFullAt ?? default) + TimeSpan.FromMinutes(tenure.Source.TimeoutMinutes) - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    [LoggerMessage(LogEvents.SourceRunFailed, LogLevel.Warning,
        "Reading {Source} failed, and is tried again: {Reason}")]
    private partial void Failed(string source, string reason);
}
