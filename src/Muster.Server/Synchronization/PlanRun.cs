using System.Globalization;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// What a full run would do, found by comparing the source with the mirror; nothing is changed. For one run, used once.
/// </summary>
public sealed class PlanRun(SourceDefinition definition, ISource source, SyncStores stores, Database database)
{
    /// <summary>So many differences are listed; all of them are counted.</summary>
    public const int MostFindings = 1000;

    private const int PageSize = 1000;

    private readonly HashSet<(ObjectKind Kind, string ExternalId)> _seen = [];
    private readonly List<RunFinding> _findings = [];
    private RunCounts _counts;

    public async Task RunAsync(SyncRun run, CancellationToken token)
    {
        var began = await stores.Mirror.NowAsync(token);
        var present = await stores.Mirror.CountPeopleAsync(definition.Id.Value, token);
        var snapshot = await source.OpenSnapshotAsync(token);
        await foreach (var rows in snapshot.Rows.ChunkAsync(PageSize, token))
        {
            await CompareAsync(rows, token);
            await stores.Runs.CountAsync(database, run.Id, _counts, token);
        }

        foreach (var row in await stores.Mirror.ReadPresentAsync(definition.Id.Value, began, token))
        {
            if (!_seen.Contains((row.Kind, row.ExternalId)))
            {
                Find(new RunFinding(row.Kind, row.ExternalId, "gone", row.ExternalId, []));
            }
        }

        await stores.Runs.CountAsync(database, run.Id, _counts, token);
        await stores.Runs.EndOthersAsync(database, run, token);
        var sentence = string.Create(CultureInfo.InvariantCulture,
            $"{_counts.Objects} objects: {_counts.Changed} would change, {_counts.Ended} people would end.")
            + (definition.Brake.Holds(_counts.Ended, (int)present) ? " The brake would hold it." : "");
        await stores.Runs.EndAsync(
            database, run with { State = RunState.Done, Sentence = sentence }, _findings, token);
    }

    private async Task CompareAsync(IReadOnlyList<SourceRow> rows, CancellationToken token)
    {
        var said = rows.Select(row => row.Given).OfType<SourceObject>().Where(given => !given.IsGone).ToList();
        _seen.UnionWith(said.Select(given => (given.Kind, given.ExternalId)));
        _seen.UnionWith(rows.Select(row => row.Rejected).Where(row => row is { Kind: not null, ExternalId: not null })
            .Select(row => (row!.Kind!.Value, row.ExternalId!)));
        _counts += new RunCounts(said.Count, 0, 0, rows.Count(row => row.Rejected is not null));
        var kept = (await stores.Mirror.ReadAsync(
            definition.Id.Value, [.. said.Select(given => (given.Kind, given.ExternalId))], token))
            .ToDictionary(row => (row.Kind, row.ExternalId), row => row.Last?.Content);
        foreach (var given in said)
        {
            if (Compare(kept.GetValueOrDefault((given.Kind, given.ExternalId)), given, kept) is { } finding)
            {
                Find(finding);
            }
        }
    }

    private static RunFinding? Compare(
        SourceContent? before, SourceObject given, Dictionary<(ObjectKind, string), SourceContent?> kept)
    {
        var fields = SourceJson.Differences(before, given.Content);
        if (fields.Count == 0)
        {
            return null;
        }

        var what = (before, given.Content) switch
        {
            (null, _) => kept.ContainsKey((given.Kind, given.ExternalId)) ? "back" : "new",
            (SourcePerson { IsActive: true }, SourcePerson { IsActive: false }) => "ended",
            (SourcePerson { IsActive: false }, SourcePerson { IsActive: true }) => "back",
            _ => "changed",
        };
        return new RunFinding(
            given.Kind, given.ExternalId, what, given.Label, before is null ? [] : fields, given.Version);
    }

    private void Find(RunFinding finding)
    {
        var ends = finding.Kind == ObjectKind.Person && finding.What is "gone" or "ended";
        _counts += new RunCounts(0, 1, ends ? 1 : 0, 0);
        if (_findings.Count < MostFindings)
        {
            _findings.Add(finding);
        }
    }
}
