using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Domain.Identity;
using Muster.Domain.People;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;
using Muster.Storage;
using Muster.Storage.People;

namespace Muster.Server.Tests.Synchronization;

/// <summary>A source that this test alone follows, by hand, on a whole node.</summary>
internal sealed class WriterBench : IAsyncDisposable
{
    private readonly TestNode _node;
    private readonly Lease _lease;

    private WriterBench(TestNode node, Lease lease, SourceDefinition definition)
    {
        (_node, _lease) = (node, lease);
        Tenure = new SourceTenure(definition, lease.Fence, TimeProvider.System);
    }

    public SaidSource Source { get; } = new();

    public SourceTenure Tenure { get; private set; }

    public PageWriter Writer => Get<PageWriter>();

    public SyncStores Stores => Get<SyncStores>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WriterBench> SetAsync(TestNode node, string name = "hr")
    {
        var definition = new SourceDefinition
        {
            Id = new SourceId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())),
            Name = name,
            Type = SourceType.Import,
            OwnedByWfm = FrozenSet<AgentField>.Empty,
        };
        var services = node.Host.Services;
        await using (var transaction = await services.GetRequiredService<Database>().BeginAsync(
            new WriteContext(Actor.Muster("test"), TimeProvider.System.GetUtcNow(), "test"), Token))
        {
            await services.GetRequiredService<SyncStores>().Sources.InsertAsync(transaction, definition, Token);
            await transaction.CommitAsync(Token);
        }

        var lease = await services.GetRequiredService<ClusterNode>().Leases.AcquireAsync($"sync:{definition.Id}", Token);
        var bench = new WriterBench(node, lease, definition);
        await bench.Writer.BeginAsync(bench.Tenure, Token);
        return bench;
    }

    public Task<PageResult> HearAsync(params Muster.Domain.Sources.SourceObject[] said) =>
        Writer.WriteAsync(Tenure, new SourcePage(said, IsCurrent: false), Token);

    /// <summary>Reads everything of the source.</summary>
    public async Task<SyncRun> RunAsync()
    {
        var run = new SyncRun(
            Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Tenure.Source.Id, RunKind.Full, RunState.Running,
            TimeProvider.System.GetUtcNow(), null, default, "");
        await Stores.Runs.BeginAsync(run, Token);
        await new FullRun(Tenure, Source, Writer, Stores, Get<Database>(), TimeProvider.System).ApplyAsync(run, Token);
        return (await Stores.Runs.FindAsync(run.Id, Token))!;
    }

    public async Task<IReadOnlyList<Agent>> AgentsAsync(string? status = null) => await Get<PeopleStore>().ListAsync(
        new AgentFilter(NodaTime.LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().DateTime)) { Status = status },
        0, 10_000, Token);

    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _node.Host.Services.GetRequiredService<T>();
}
