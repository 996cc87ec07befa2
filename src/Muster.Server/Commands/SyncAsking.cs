using System.Globalization;
using Muster.Domain.Outcomes;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;
using Muster.Storage.Leases;

namespace Muster.Server.Commands;

/// <summary>Asks the node that follows a source for something, and waits until it is done.</summary>
internal sealed class SyncAsking(CommandServices services, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // A takeover by another node takes two seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int LatestRuns = 20;

    private readonly SyncStores _stores = services.Get<SyncStores>();
    private readonly LeaseStore _leases = new(services.Database);

    /// <exception cref="StartRefusedException">There is none of that name.</exception>
    public async Task<SourceDefinition> FindAsync(string name, CancellationToken token)
    {
        var sources = await _stores.Sources.ListAsync(token);
        return sources.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new StartRefusedException($"There is no source \"{name}\".", sources.Count == 0
                ? "Maybe define one first."
                : $"Maybe {NearestName.Of(name, sources.Select(source => source.Name))} is meant.");
    }

    /// <summary>Has a source read, and waits until that has ended.</summary>
    /// <exception cref="StartRefusedException">Nobody would do it.</exception>
    public async Task<SyncRun> RunAsync(
        SourceDefinition source, RunKind kind, Action<string> progress, CancellationToken token)
    {
        RequireFollowable(source);
        await RequireFollowerAsync(source, token);
        var before = (await _stores.Runs.ListAsync(source.Id, LatestRuns, token)).Select(run => run.Id).ToHashSet();
        await services.WriteAsync(
            (transaction, stop) => services.Get<SourceDefinitions>().AskAsync(transaction, source.Id, kind, stop),
            token);
        while (true)
        {
            var run = (await _stores.Runs.ListAsync(source.Id, LatestRuns, token))
                .LastOrDefault(run => run.Kind == kind && !before.Contains(run.Id));
            if (run is { State: not RunState.Running })
            {
                return run;
            }

            progress(run is null ? $"{source.Name} was asked..." : string.Create(CultureInfo.InvariantCulture,
                $"{run.Counts.Objects} read, {run.Counts.Changed} different, {run.Counts.Rejected} refused"));
            await RequireFollowerAsync(source, token);
            await Task.Delay(Look, time, token);
        }
    }

    /// <summary>Says yes to a run that was stopped, and waits until it has been done.</summary>
    /// <exception cref="StartRefusedException">Nobody would do it, or it is not held any more.</exception>
    public async Task<SyncRun> ApproveAsync(
        SourceDefinition source, SyncRun held, Action<string> progress, CancellationToken token)
    {
        RequireFollowable(source);
        await RequireFollowerAsync(source, token);
        await services.WriteAsync(
            (transaction, stop) => services.Get<SourceDefinitions>().ApproveAsync(transaction, held.Id, stop),
            token);
        progress($"{source.Name} was told...");
        while (await _stores.Runs.FindAsync(held.Id, token) is { State: RunState.Approved })
        {
            await RequireFollowerAsync(source, token);
            await Task.Delay(Look, time, token);
        }

        return (await _stores.Runs.FindAsync(held.Id, token))!;
    }

    private static void RequireFollowable(SourceDefinition source)
    {
        if (source.Type == SourceType.Import)
        {
            throw new StartRefusedException(
                $"{source.Name} is brought in by hand.", $"Maybe run muster import FILE --source {source.Name}.");
        }

        if (source.Level == SynchronizationLevel.Off)
        {
            throw new StartRefusedException($"{source.Name} is switched off.", "Maybe set its level first.");
        }
    }

    private async Task RequireFollowerAsync(SourceDefinition source, CancellationToken token)
    {
        var began = time.GetTimestamp();
        while (!SyncFollower.IsThere(await _leases.ReadAsync(token), source.Id))
        {
            if (time.GetElapsedTime(began) > Patience)
            {
                throw new StartRefusedException(
                    $"No node follows {source.Name}, so nobody would do it.", "Maybe start one: muster serve.");
            }

            await Task.Delay(Look, time, token);
        }
    }
}
