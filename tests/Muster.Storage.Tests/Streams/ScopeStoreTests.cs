using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Storage.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Streams;

public sealed class ScopeStoreTests
{
    private static readonly ScopeName Agents = ScopeName.Of("agents");

    [Fact]
    public async Task A_scope_that_was_never_written_is_at_0_and_has_no_changes()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ScopeStore(database);

        var position = (await store.ReadVersionsAsync(CancellationToken.None)).Of(Agents);
        var delta = await store.ReadChangesAsync(Agents, position, CancellationToken.None);

        Assert.Equal(new ScopePosition(1, 0), position);
        Assert.Equal(position, delta?.Position);
        Assert.Empty(delta!.Changes);
    }

    [Fact]
    public async Task Changes_after_a_position_are_answered_in_order_with_the_position_they_lead_to()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await Writes.FillAsync(database, Agents, 5);
        await Writes.FillAsync(database, ScopeName.Of("other"), 3);

        var delta = await new ScopeStore(database).ReadChangesAsync(
            Agents, new ScopePosition(1, 2), CancellationToken.None);

        Assert.Equal(["3", "4", "5"], delta?.Changes.Select(change => change.Id));
        Assert.Equal(new ScopePosition(1, 5), delta?.Position);
    }

    [Theory]
    [InlineData("DELETE FROM change WHERE seq = 4", 1, 2)]
    [InlineData("DELETE FROM change WHERE seq <= 3", 1, 2)]
    [InlineData("DELETE FROM change WHERE seq = 5", 1, 2)]
    [InlineData("DELETE FROM change", 1, 2)]
    [InlineData("SELECT 1", 1, 6)]
    [InlineData("SELECT 1", 2, 2)]
    [InlineData("SELECT 1", 2, 5)]
    [InlineData("SELECT 1", 0, 5)]
    public async Task Changes_that_do_not_lead_on_from_the_position_are_refused(
        string damage, int timeline, long version)
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await Writes.FillAsync(database, Agents, 5);
        await made.ScalarAsync(damage);

        var after = new ScopePosition(timeline, version);
        Assert.Null(await new ScopeStore(database).ReadChangesAsync(Agents, after, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_that_is_taken_away_is_said_to_be_away()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ScopeStore(database);
        await store.ReadVersionsAsync(CancellationToken.None);
        await made.TakeAwayAsync();

        await Assert.ThrowsAsync<StoreAwayException>(() => store.ReadVersionsAsync(CancellationToken.None));
        await Assert.ThrowsAsync<StoreAwayException>(
            () => store.ReadChangesAsync(Agents, default, CancellationToken.None));
        await Assert.ThrowsAsync<StoreAwayException>(
            () => new ChangeStore(database).KeepPartitionsAsync(CancellationToken.None));
    }
}
