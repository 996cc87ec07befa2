using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// Brings in people of a file that somebody gives, under the lease of an import source. Who is not in it stays. For one
/// file, used once.
/// </summary>
/// <param name="organization">As it is when the import begins: what the names in the file stand for.</param>
public sealed class SourceImport(
    SourceTenure tenure, SyncStores stores, PageWriter writer, Database database, OrganizationSnapshot organization,
    TimeProvider time)
{
    private RunCounts _counts;

    /// <param name="name">What the file is called.</param>
    /// <param name="refuse">Is told of every row that could not be used.</param>
    /// <exception cref="SourceBrokenException">It is broken from some place on; what came before is in.</exception>
    public async Task<RunCounts> RunAsync(
        string name, IAsyncEnumerable<SourceRow> rows, Action<RejectedRow> refuse, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var run = new SyncRun(
            Guid.CreateVersion7(now), tenure.Source.Id, RunKind.Full, RunState.Running, now, null, default, "");
        await writer.BeginAsync(tenure, token);
        await stores.Runs.BeginAsync(run, token);
        try
        {
            await foreach (var page in rows.ChunkAsync(SourcePage.Size, token))
            {
                await WriteAsync(page, refuse, token);
                await stores.Runs.CountAsync(database, run.Id, _counts, token);
            }
        }
        catch (SourceBrokenException broken)
        {
            await EndAsync(run with { State = RunState.Failed, Sentence = broken.Message }, token);
            throw;
        }

        await EndAsync(
            run with
            {
                State = RunState.Done,
                Sentence = string.Create(CultureInfo.InvariantCulture,
                    $"{name}: {_counts.Objects} people, {_counts.Changed} changed, {_counts.Rejected} rows refused."),
            },
            token);
        return _counts;
    }

    private async Task WriteAsync(
        IReadOnlyList<SourceRow> rows, Action<RejectedRow> refuse, CancellationToken token)
    {
        var people = rows.Select(row => row.Given).OfType<SourceObject>().ToList();
        var rejected = rows.Select(row => row.Rejected).OfType<RejectedRow>().ToList();
        await BindAsync(people, token);
        var result = await writer.WriteAsync(
            tenure,
            new SourcePage(people, IsCurrent: true) { Rejected = rejected, Cursor = "import" },
            token);
        _counts += result.Counts;
        rejected.ForEach(refuse);
    }

    // What the file only names is there already: it is noted as this source's, and never changed by it.
    private async Task BindAsync(List<SourceObject> people, CancellationToken token)
    {
        var binding = new ImportBinding(organization, time.GetUtcNow());
        var rows = people.Select(said => said.Content).OfType<SourcePerson>()
            .SelectMany(ImportBinding.References).Distinct()
            .Where(name => !tenure.Entities.ContainsKey((name.Kind, name.ExternalId)))
            .Select(name => binding.Bind(name.Kind, name.ExternalId, name.Tenant)).OfType<MirroredObject>()
            .DistinctBy(row => (row.Kind, row.ExternalId)).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await using (var transaction = await tenure.BeginAsync(database, token))
        {
            var keys = rows.Select(row => (row.Kind, row.ExternalId)).ToList();
            await stores.Mirror.LockAsync(transaction, tenure.Source.Id.Value, keys, token);
            await stores.Mirror.PutAsync(transaction, tenure.Source.Id.Value, rows, token);
            await transaction.CommitAsync(token);
        }

        await writer.BeginAsync(tenure, token);
    }

    private async Task EndAsync(SyncRun run, CancellationToken token)
    {
        await stores.Runs.CountAsync(database, run.Id, _counts, token);
        await stores.Runs.EndAsync(database, run, [], token);
        await stores.Sources.TellAsync(tenure.Source.Id, "waiting", run.Sentence, token);
    }
}
