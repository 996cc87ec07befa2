using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Time;
using Muster.Storage.Organization;
using Muster.Storage.Streams;
using Muster.Storage.Tests.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Organization;

public sealed class OrganizationStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_thousand_items_go_in_at_once_and_come_back_as_they_were()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new OrganizationStore(database);
        var items = Many(1000);

        await WriteAsync(database, store, items);
        var loaded = await store.LoadAsync(None);

        Assert.Equal(new ScopePosition(1, items.Count), loaded.Position);
        Assert.Equal(
            items.Select(OrganizationJson.Write).Order(StringComparer.Ordinal),
            loaded.Content.All.Select(OrganizationJson.Write).Order(StringComparer.Ordinal));
        Assert.Equal(1000L, await made.ScalarAsync("""
            SELECT count(*) FROM organization_item s JOIN organization_item t ON t.id = s.tenant_id
            WHERE s.kind = 'skill' AND t.kind = 'tenant' AND s.name = 'German' AND s.business_unit_id IS NULL
            """));
    }

    [Fact]
    public async Task Removed_items_stay_and_every_write_is_a_change_of_the_scope()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new OrganizationStore(database);
        var items = Many(2);
        await WriteAsync(database, store, items);
        var content = new OrganizationContent(store);
        var before = await content.LoadAsync(None);

        await UpdateAsync(database, store, [items[1] with { Version = 2, RemovedAt = DateTimeOffset.UnixEpoch }]);
        var delta = await new ScopeStore(database).ReadChangesAsync(OrganizationStore.Scope, before.Position, None);
        var after = await content.ApplyAsync(before.Content, delta!, None);

        var change = Assert.Single(delta!.Changes);
        Assert.Equal(("skill", 2L), (change.Entity, change.EntityVersion));
        Assert.Equal(DateTimeOffset.UnixEpoch, after.Find(items[1].Key())!.RemovedAt);
        Assert.Equal(2, content.VersionOf(after, "skill", items[1].Key().ToString("D")));
        Assert.Null(content.VersionOf(after, "switch", items[1].Key().ToString("D")));
        Assert.Equal(2, after.Skills.Count);
    }

    [Fact]
    public async Task Changes_of_another_timeline_are_not_read_from_this_database()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new OrganizationStore(database);
        var items = Many(1);
        await WriteAsync(database, store, items);
        var delta = new ScopeDelta(
            new ScopePosition(2, 1), [new Change("skill", items[1].Key().ToString(), 1, ChangeOperation.Put)]);

        await Assert.ThrowsAsync<StoreAwayException>(async () =>
            await new OrganizationContent(store).ApplyAsync(OrganizationSnapshot.Empty, delta, None));
    }

    [Fact]
    public async Task An_item_at_another_version_is_not_overwritten()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new OrganizationStore(database);
        var items = Many(1);
        await WriteAsync(database, store, items);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => UpdateAsync(database, store, [items[1] with { Version = 3 }]));
        Assert.Equal(1, (await store.LoadAsync(None)).Content.Find(items[1].Key())!.Version);
    }

    [Fact]
    public async Task Who_takes_the_lock_sees_what_its_last_holder_has_written()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new OrganizationStore(database);
        var known = await store.LoadAsync(None);
        await using var first = await database.BeginAsync(Writes.Context, None);
        var free = await store.LockAsync(first, known, None);
        await using var second = await database.BeginAsync(Writes.Context, None);
        var waiting = store.LockAsync(second, known, None);
        await made.UntilAsync("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)");

        var tenant = Many(0)[0];
        await store.InsertAsync(first, free.With(tenant), tenant, None);
        await first.CommitAsync(None);

        Assert.Same(known.Content, free);
        Assert.Equal("Acme", (await waiting).Tenants[new TenantId(tenant.Key())].Name);
    }

    [Fact]
    public async Task Fields_and_kinds_of_a_newer_program_are_passed_over()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new OrganizationStore(database);
        await WriteAsync(database, store, Many(1));
        await made.ScalarAsync("""
            ALTER TABLE organization_item DROP CONSTRAINT organization_item_kind_check;
            UPDATE organization_item SET body = body || '{"moon": 1}';
            INSERT INTO organization_item (id, kind, tenant_id, name, body)
            SELECT gen_random_uuid(), 'moon', id, 'x', '{}' FROM organization_item WHERE kind = 'tenant'
            """);

        Assert.Equal(3, (await store.LoadAsync(None)).Content.All.Count());
    }

    [Fact]
    public async Task A_database_that_is_taken_away_is_said_to_be_away()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.TakeAwayAsync();

        await Assert.ThrowsAsync<StoreAwayException>(() => new OrganizationStore(database).LoadAsync(None));
    }

    // A tenant, so many skills of one name, and a unit.
    private static List<OrganizationItem> Many(int skills)
    {
        var tenant = new Tenant { Id = new TenantId(Id(0)), Name = "Acme" };
        return
        [
            tenant,
            .. Enumerable.Range(1, skills).Select(number =>
                new Skill { Id = new SkillId(Id(number)), Name = "German", TenantId = tenant.Id }),
            new BusinessUnit
            {
                Id = new BusinessUnitId(Id(5000)), Name = "North", TenantId = tenant.Id,
                Zone = TimeZones.Find("Europe/Berlin").Value,
            },
        ];
    }

    private static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:x12}");

    private static async Task WriteAsync(
        Database database, OrganizationStore store, IReadOnlyList<OrganizationItem> items)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        var all = await store.LockAsync(transaction, null, None);
        await store.InsertAsync(transaction, all.With(items), items, None);
        await transaction.CommitAsync(None);
    }

    private static async Task UpdateAsync(
        Database database, OrganizationStore store, IReadOnlyList<OrganizationItem> items)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        var all = await store.LockAsync(transaction, null, None);
        await store.UpdateAsync(transaction, all.With(items), items, None);
        await transaction.CommitAsync(None);
    }
}
