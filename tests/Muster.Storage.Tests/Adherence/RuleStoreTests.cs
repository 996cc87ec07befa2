using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Time;
using Muster.Storage.Adherence;
using Muster.Storage.Organization;
using Muster.Storage.Streams;
using Muster.Storage.Tests.Streams;
using Muster.Testing;
using NodaTime;

namespace Muster.Storage.Tests.Adherence;

public sealed class RuleStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly LocalDate March = new(2026, 3, 1);

    [Fact]
    public async Task The_last_change_of_each_day_is_what_holds_and_every_change_stays()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new RuleStore(database);
        var unit = await UnitAsync(database);

        await AppendAsync(database, store, Row(unit, 1, null, """{"mappings": []}"""));
        await AppendAsync(database, store, Row(unit, 2, March, "{}"));
        await AppendAsync(database, store, Row(unit, 3, null, null));
        var loaded = await store.LoadAsync(None);
        var history = await store.HistoryAsync(unit, long.MaxValue, 10, None);

        Assert.Equal(new ScopePosition(1, 3), loaded.Position);
        Assert.Equal([(March, 2L, "{}"), (null, 3L, null)],
            loaded.Content.Select(row => (row.From, row.Version, row.Rules)));
        Assert.Equal([3, 2, 1], history.Select(row => row.Version));
        Assert.Equal([1], (await store.HistoryAsync(unit, 2, 10, None)).Select(row => row.Version));
        Assert.Equal("""{"mappings": []}""", (await store.FindAsync(unit, 1, None))!.Rules);
        Assert.Null(await store.FindAsync(unit, 4, None));
    }

    [Fact]
    public async Task A_change_is_one_of_the_scope_and_names_the_unit()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new RuleStore(database);
        var unit = await UnitAsync(database);
        var before = await store.LoadAsync(None);

        await AppendAsync(database, store, Row(unit, 1, March, "{}"));
        var delta = await new ScopeStore(database).ReadChangesAsync(RuleStore.Scope, before.Position, None);
        var (timeline, rows) = await store.ReadAsync([unit.Value, Guid.NewGuid()], None);

        Assert.Empty(before.Content);
        var change = Assert.Single(delta!.Changes);
        Assert.Equal((RuleStore.Entity, $"{unit.Value}", 1L), (change.Entity, change.Id, change.EntityVersion));
        Assert.Equal(1, timeline);
        Assert.Equal(Row(unit, 1, March, "{}"), Assert.Single(rows));
    }

    [Fact]
    public async Task Who_takes_the_lock_sees_what_its_last_holder_has_written()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new RuleStore(database);
        var unit = await UnitAsync(database);
        await using var first = await database.BeginAsync(Writes.Context, None);
        await store.LockAsync(first, unit, None);
        await using var second = await database.BeginAsync(Writes.Context, None);
        var waiting = store.LockAsync(second, unit, None);
        await made.UntilAsync("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)");

        await store.AppendAsync(first, Row(unit, 1, null, "{}"), None);
        await first.CommitAsync(None);

        Assert.Equal(1, Assert.Single(await waiting).Version);
    }

    [Fact]
    public async Task A_database_that_is_taken_away_is_said_to_be_away()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.TakeAwayAsync();

        await Assert.ThrowsAsync<StoreAwayException>(() => new RuleStore(database).LoadAsync(None));
    }

    private static RuleRow Row(BusinessUnitId unit, long version, LocalDate? from, string? rules) =>
        new(unit, version, from, rules, "ada", DateTimeOffset.UnixEpoch);

    private static async Task AppendAsync(Database database, RuleStore store, RuleRow row)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        await store.LockAsync(transaction, row.Unit, None);
        await store.AppendAsync(transaction, row, None);
        await transaction.CommitAsync(None);
    }

    private static async Task<BusinessUnitId> UnitAsync(Database database)
    {
        var tenant = new Tenant { Id = new TenantId(Guid.NewGuid()), Name = "Acme" };
        var unit = new BusinessUnit
        {
            Id = new BusinessUnitId(Guid.NewGuid()),
            Name = "North",
            TenantId = tenant.Id,
            Zone = TimeZones.Find("Europe/Berlin").Value,
        };
        var store = new OrganizationStore(database);
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        var all = await store.LockAsync(transaction, null, None);
        await store.InsertAsync(transaction, all.With([tenant, unit]), [tenant, unit], None);
        await transaction.CommitAsync(None);
        return unit.Id;
    }
}
