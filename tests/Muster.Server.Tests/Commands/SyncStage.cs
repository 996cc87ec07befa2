using Microsoft.Extensions.DependencyInjection;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;
using Muster.Server.Tests.Sources;
using Muster.Storage;
using Muster.Storage.Synchronization;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary>A node that follows sources, and the program beside it on the same database.</summary>
public sealed class SyncStage : IAsyncDisposable
{
    private readonly TestNode _node;

    private SyncStage(TestNode node)
    {
        _node = node;
        Stores = node.Host.Services.GetRequiredService<SyncStores>();
    }

    public SyncStores Stores { get; }

    public FolderOfFiles Folder { get; } = new("acme");

    private Database Database => _node.Host.Services.GetRequiredService<Database>();

    /// <param name="settings">Options of the node.</param>
    public static async Task<SyncStage> BuildAsync(params string[] settings) =>
        new(await TestNode.StartAsync(settings));

    /// <summary>Defines the folder as a source.</summary>
    public async Task<SourceDefinition> DefineAsync(string name)
    {
        var source = new SourceDefinition
        {
            Id = new SourceId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())),
            Name = name,
            Type = SourceType.Folder,
            Settings = new SourceSettings(Folder: Folder.Path, Tenant: "acme"),
            TimeoutMinutes = 0,
        };
        await WriteAsync(async transaction =>
        {
            Assert.True(await Stores.Sources.InsertAsync(transaction, source, CancellationToken.None));
            transaction.Record(SourceStore.Scope, new Change(
                SourceStore.Entity, source.Id.ToString(), source.Version, ChangeOperation.Put));
        });
        return source;
    }

    /// <summary>Makes items by hand.</summary>
    public Task MakeAsync(params OrganizationItem[] items) => WriteAsync(async transaction =>
    {
        var among = await Stores.Organization.LockAsync(transaction, null, CancellationToken.None);
        await Stores.Organization.InsertAsync(transaction, among.With(items), items, CancellationToken.None);
    });

    public Task UntilReadAsync(SourceDefinition source) => Until.FineAsync(TimeSpan.FromSeconds(20), async () =>
        (await Stores.Sources.ReadProgressAsync(CancellationToken.None))[source.Id] is { LastFullAt: null } now
            ? now.Sentence
            : null);

    /// <summary>Runs the program and answers what it says.</summary>
    public async Task<string> RunAsync(int code, params string[] arguments)
    {
        using var muster = MusterProcess.Start([.. arguments, "--database", _node.Database.ConnectionString]);
        Assert.True(code == await muster.EndAsync(), muster.Said);
        return muster.Said;
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Folder.Dispose();
    }

    private async Task WriteAsync(Func<WriteTransaction, Task> write)
    {
        var context = new WriteContext(Actor.Muster("test"), TimeProvider.System.GetUtcNow(), "test");
        await using var transaction = await Database.BeginAsync(context, CancellationToken.None);
        await write(transaction);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
