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

        var asked = (await stores.Sources.ReadProgressAsync(token))[tenure.Source.Id].Asked;
        if (asked is not null)
        {
            await stores.Sources.BeginAskedAsync(tenure.Source.Id, token);
        }

        if (asked == RunKind.Plan)
        {
            await RunAsync(RunKind.Plan, PlanAsync, token);
        }

        if (asked == RunKind.Full || tenure.Cursor is null || UntilNext() == TimeSpan.Zero)
        {
            await RunAsync(RunKind.Full, ReadAsync, token);
        }
    }

    private async Task RunAsync(RunKind kind, Func<SyncRun, CancellationToken, Task> work, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var run = new SyncRun(
            Guid.CreateVersion7(now), tenure.Source.Id, kind, RunState.Running, now, null, default, "");
        await stores.Runs.BeginAsync(run, token);
        try
        {
            await work(run, token);
        }
        catch (Exception failure) when (SourceTrouble.IsPassing(failure))
        {
            await stores.Runs.EndAsync(
                database, run with { State = RunState.Failed, Sentence = failure.Message }, [], token);
            throw;
        }
    }

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
