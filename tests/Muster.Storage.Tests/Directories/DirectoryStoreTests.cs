using Muster.Domain.Identity;
using Muster.Domain.Sources;
using Muster.Storage.Directories;
using Muster.Testing;

namespace Muster.Storage.Tests.Directories;

public sealed class DirectoryStoreTests
{
    [Fact]
    public async Task An_object_has_one_version_for_each_change_over_removal_and_return()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new DirectoryStore(database);

        Assert.Equal(1, await PutAsync(database, store, "t1", "one"));
        Assert.Null(await PutAsync(database, store, "t1", "one"));
        Assert.Equal(2, await PutAsync(database, store, "t1", "two"));
        Assert.Equal(3, await RemoveAsync(database, store, "t1"));
        Assert.Null(await RemoveAsync(database, store, "t1"));
        Assert.Equal(4, await PutAsync(database, store, "t1", "two"));
    }

    [Fact]
    public async Task A_writer_waits_for_the_one_before_it()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new DirectoryStore(database);
        await using var first = await BeginAsync(database);
        await store.LockAsync(first, default);
        await using var second = await BeginAsync(database);

        var waiting = store.LockAsync(second, default);
        await made.UntilAsync("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)");
        Assert.False(waiting.IsCompleted);

        await first.CommitAsync(default);
        await waiting;
    }

    [Fact]
    public async Task A_snapshot_is_of_the_moment_at_which_it_was_opened()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new DirectoryStore(database);
        await PutAsync(database, store, "t1", "one");

        await using var snapshot = await new DirectorySnapshotStore(database).OpenAsync(default);
        await PutAsync(database, store, "t1", "two");
        await PutAsync(database, store, "t2", "new");

        var read = await snapshot.ReadAsync(default).ToListAsync();
        Assert.Equal(1, snapshot.Count);
        Assert.Equal("{\"name\": \"one\"}", Assert.Single(read).Content);
    }

    [Fact]
    public async Task A_snapshot_that_is_left_early_gives_its_connection_back()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.ScalarAsync("""
            INSERT INTO directory.entry (kind, external_id, tenant, record, version, changed_at)
            SELECT 'tenant', 't' || n, 't' || n, '{"name": "x"}', 1, now() FROM generate_series(1, 50000) n
            """);
        for (var at = 0; at < 30; at++)
        {
            await using var snapshot = await new DirectorySnapshotStore(database).OpenAsync(default);
            await foreach (var entry in snapshot.ReadAsync(default))
            {
                Assert.NotNull(entry);
                break;
            }
        }

        Assert.Equal(50_000, (await new DirectorySnapshotStore(database).OpenAsync(default)).Count);
    }

    private static Task<WriteTransaction> BeginAsync(Database database) => database.BeginAsync(
        new WriteContext(Actor.Muster("test"), DateTimeOffset.UnixEpoch, "test"), default);

    private static async Task<long?> PutAsync(Database database, DirectoryStore store, string id, string name)
    {
        await using var transaction = await BeginAsync(database);
        var put = await store.PutAsync(
            transaction, ObjectKind.Tenant, [(id, id, SourceJson.Write(new SourceTenant(name)))], default);
        await transaction.CommitAsync(default);
        return put is [var entry] ? entry.Version : null;
    }

    private static async Task<long?> RemoveAsync(Database database, DirectoryStore store, string id)
    {
        await using var transaction = await BeginAsync(database);
        var removed = await store.RemoveAsync(transaction, ObjectKind.Tenant, [id], default);
        await transaction.CommitAsync(default);
        return removed is [var entry] ? entry.Version : null;
    }
}
