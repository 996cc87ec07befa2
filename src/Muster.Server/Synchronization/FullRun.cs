using System.Globalization;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// One reading of everything that a source holds: mark, and then sweep what was not there. Who would end is collected
/// first; where that is too much, the run stops and asks. For one run, used once.
/// </summary>
public sealed class FullRun(
    SourceTenure tenure, ISource source, PageWriter writer, SyncStores stores, Database database, TimeProvider time)
{
    private const int PagesBetweenCounts = 20;

    private readonly HashSet<(ObjectKind Kind, string ExternalId)> _seen = [];
    private readonly List<RunFinding> _ends = [];
    private RunCounts _counts;

    // By the database's clock, as what it is compared with.
    private DateTimeOffset _began;

    /// <summary>Reads and applies everything, up to what the brake holds.</summary>
    /// <returns>The position from which changes go on.</returns>
    /// <exception cref="SourceBrokenException">It was not complete: nothing was ended.</exception>
    public async Task<string> ApplyAsync(SyncRun run, CancellationToken token)
    {
        _began = await stores.Mirror.NowAsync(token);
        var present = await stores.Mirror.CountPeopleAsync(tenure.Source.Id.Value, token);
        var snapshot = await source.OpenSnapshotAsync(token);
        await ReadAsync(run, snapshot, token);
        await SweepAsync(token);
        var people = _ends.Where(end => end.Kind == ObjectKind.Person).ToList();
        if (tenure.Source.Brake.Holds(people.Count, (int)present))
        {
            await EndAsync(run, RunState.Held, snapshot.Position, Held(people.Count, present), token);
            return snapshot.Position;
        }

        await EndThemAsync(_ends, token);
        _counts = _counts with { Ended = people.Count };
        await EndAsync(run, RunState.Done, snapshot.Position, Done(), token);
        return snapshot.Position;
    }

    /// <summary>Does what a run was held for, now that somebody has said yes.</summary>
    public async Task ApplyHeldAsync(SyncRun held, CancellationToken token)
    {
        var findings = await stores.Runs.ReadFindingsAsync(held.Id, token);
        await EndThemAsync(findings, token);
        await using var transaction = await tenure.BeginAsync(database, token);
        var done = held with
        {
            State = RunState.Done,
            Sentence = $"{held.Sentence}\nApproved: {findings.Count} were ended.",
        };
        await stores.Runs.EndAsync(transaction, done, findings, token);
        await transaction.CommitAsync(token);
    }

    private async Task ReadAsync(SyncRun run, SourceSnapshot snapshot, CancellationToken token)
    {
        var pages = 0;
        await foreach (var rows in snapshot.Rows.ChunkAsync(SourcePage.Size, token))
        {
            var page = new SourcePage([.. rows.Select(row => row.Given).OfType<SourceObject>()], IsCurrent: true)
            {
                Rejected = [.. rows.Select(row => row.Rejected).OfType<RejectedRow>()],
                DefersEnds = true,
            };
            See(page);
            var result = await writer.WriteAsync(tenure, page, token);
            _ends.AddRange(result.Deferred);
            _counts += result.Counts with { Ended = 0 };
            if (++pages % PagesBetweenCounts == 0)
            {
                await stores.Runs.CountAsync(database, run.Id, _counts, token);
            }

            if (int.PopCount(pages) == 1 && _counts.Changed > pages)
            {
                await stores.Agents.AnalyzeAsync(token);
            }
        }
    }

    // A row that could not be used says that its object is still there.
    private void See(SourcePage page)
    {
        _seen.UnionWith(page.Objects.Where(said => !said.IsGone).Select(said => (said.Kind, said.ExternalId)));
        _seen.UnionWith(page.Rejected.Where(row => row is { Kind: not null, ExternalId: not null })
            .Select(row => (row.Kind!.Value, row.ExternalId!)));
    }

    // Of what the source had before the run began; what it told of meanwhile is not missing.
    private async Task SweepAsync(CancellationToken token)
    {
        var before = await stores.Mirror.ReadPresentAsync(tenure.Source.Id.Value, _began, token);
        var deferred = _ends.Select(end => (end.Kind, end.ExternalId)).ToHashSet();
        _ends.AddRange(before
            .Where(row => !_seen.Contains((row.Kind, row.ExternalId)) && !deferred.Contains((row.Kind, row.ExternalId)))
            .Select(row => new RunFinding(
                row.Kind, row.ExternalId, "gone", row.ExternalId, [], row.Last?.Version, null)));
    }

    // People first: what they refer to goes when nobody does any more.
    private async Task EndThemAsync(IReadOnlyList<RunFinding> ends, CancellationToken token)
    {
        foreach (var page in ends.OrderByDescending(end => end.Kind).Chunk(SourcePage.Size))
        {
            var said = page.Select(end => new SourceObject(
                end.Kind, end.ExternalId, end.Version, time.GetUtcNow(),
                end.Record is { } record ? SourceJson.Read(end.Kind, record) : null)).ToList();
            var result = await writer.WriteAsync(tenure, new SourcePage(said, IsCurrent: true), token);
            _counts = _counts with { Changed = _counts.Changed + result.Counts.Changed };
        }
    }

    // Fenced like the pages: a run whose node has lost the lease ends nothing of the one that goes on.
    private async Task EndAsync(
        SyncRun run, RunState state, string position, string sentence, CancellationToken token)
    {
        await using var transaction = await tenure.BeginAsync(database, token);
        await stores.Runs.CountAsync(transaction, run.Id, _counts, token);
        await stores.Issues.SettlePlacesAsync(transaction, tenure.Source.Id, _began, token);
        await stores.Runs.EndOthersAsync(transaction, run, token);
        await stores.Runs.EndAsync(
            transaction, run with { State = state, Sentence = sentence }, state == RunState.Held ? _ends : [], token);
        await stores.Sources.FinishRunAsync(transaction, tenure.Source.Id, position, token);
        await transaction.CommitAsync(token);
    }

    private string Done() => string.Create(CultureInfo.InvariantCulture,
        $"Read {_counts.Objects} objects: {_counts.Changed} changed, {_counts.Ended} people ended, ")
        + string.Create(CultureInfo.InvariantCulture, $"{_counts.Rejected} refused.");

    private string Held(int people, long present) => string.Create(CultureInfo.InvariantCulture,
        $"Stopped before it ended {people} of {present} people, which is more than the brake lets pass.\n")
        + "Maybe look whether the source is whole; then approve, or run again.";
}
