using Muster.Cluster.Streams;
using Muster.Storage.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Streams;

public sealed class ChangeLogTests
{
    private const int Writers = 16;
    private const int Rounds = 40;

    private static readonly ScopeName Agents = ScopeName.Of("agents");

    [Fact]
    public async Task A_reader_never_sees_a_gap_while_sixteen_write_one_scope()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ScopeStore(database);

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(seed => WriteAsync(database, [Agents], seed)));
        var (position, seen) = (new ScopePosition(1, 0), 0);
        for (var isLast = false; ; isLast = writing.IsCompleted)
        {
            // Whatever order the rows were written in: what is visible is all of 1 to the version.
            var delta = await store.ReadChangesAsync(Agents, position, CancellationToken.None);
            Assert.NotNull(delta);
            (position, seen) = (delta.Position, seen + delta.Changes.Count);
            if (isLast)
            {
                break;
            }
        }

        var committed = (await writing).Sum();
        Assert.Equal(committed, seen);
        Assert.Equal(committed, position.Version);
    }

    [Fact]
    public async Task Sixteen_who_write_overlapping_new_scopes_neither_deadlock_nor_leave_gaps()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        ScopeName[] scopes = [.. Enumerable.Range(0, 6).Select(number => ScopeName.Of($"scope{number}"))];

        var committed = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(seed => WriteAsync(database, scopes, seed)));

        Assert.Equal((long)committed.Sum(), await made.ScalarAsync("SELECT count(*) FROM change"));
        var versions = await new ScopeStore(database).ReadVersionsAsync(CancellationToken.None);
        foreach (var scope in scopes)
        {
            var start = new ScopePosition(versions.Timeline, 0);
            var delta = await new ScopeStore(database).ReadChangesAsync(scope, start, CancellationToken.None);
            Assert.Equal(versions.Of(scope), delta?.Position);
        }
    }

    [Fact]
    public async Task A_commit_tells_where_each_scope_has_come_and_by_what()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var told = new List<IReadOnlyList<CommittedScope>>();
        database.Committed = scopes =>
        {
            told.Add(scopes);
            return Task.CompletedTask;
        };
        var people = ScopeName.Of("people", Guid.Empty);
        await Writes.CommitAsync(database, (Agents, Writes.Put("1")));

        var committed = await Writes.CommitAsync(
            database, (people, Writes.Put("a")), (Agents, Writes.Put("2")), (Agents, Writes.Put("3")));

        Assert.Equal([Agents, people], committed.Select(scope => scope.Scope));
        Assert.Equal([3, 1], committed.Select(scope => scope.Delta.Position.Version));
        Assert.Equal([1, 0], committed.Select(scope => scope.Delta.Base));
        Assert.Equal(["2", "3"], committed[0].Delta.Changes.Select(change => change.Id));
        Assert.Equal(2, told.Count);
        Assert.Same(committed, told[1]);
        Assert.Equal(1, committed[0].Delta.Position.Timeline);
    }

    [Fact]
    public async Task What_was_rolled_back_was_never_there()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        database.Committed = _ => throw new InvalidOperationException("Nothing was committed.");

        await using (var transaction = await database.BeginAsync(Writes.Context, CancellationToken.None))
        {
            transaction.Record(Agents, Writes.Put("1"));
        }

        Assert.Equal(0L, await made.ScalarAsync("SELECT count(*) FROM scope"));
    }

    [Fact]
    public async Task A_commit_without_changes_moves_no_scope_and_tells_nobody()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        database.Committed = _ => throw new InvalidOperationException("Nothing has moved.");

        Assert.Empty(await Writes.CommitAsync(database));
    }

    [Fact]
    public async Task A_change_is_kept_as_it_was_recorded_with_the_node_that_wrote_it()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open("node 7");
        const string Payload = """{"b": 1,  "a": 2}""";
        Change[] changes =
        [
            Writes.Put("1", version: 5, Payload), new Change("team", "t", 6, ChangeOperation.Delete),
        ];

        var committed = await Writes.CommitAsync(database, (Agents, changes[0]), (Agents, changes[1]));

        var before = committed[0].Delta.Position with { Version = 0 };
        var read = await new ScopeStore(database).ReadChangesAsync(Agents, before, CancellationToken.None);
        Assert.Equal(changes, read?.Changes);
        Assert.Equal("node 7", await made.ScalarAsync("SELECT DISTINCT origin FROM change"));
    }

    /// <summary>
    /// Commits changes in scopes drawn by the seed, recorded in any order, and rolls every fourth back.
    /// </summary>
    private static async Task<int> WriteAsync(Database database, ScopeName[] scopes, int seed)
    {
        var random = new Random(seed);
        var committed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var transaction = await database.BeginAsync(Writes.Context, CancellationToken.None);
            var drawn = random.GetItems(scopes, random.Next(1, 5));
            foreach (var scope in drawn)
            {
                transaction.Record(scope, Writes.Put($"{seed}.{round}"));
            }

            if (round % 4 != seed % 4)
            {
                await transaction.CommitAsync(CancellationToken.None);
                committed += drawn.Length;
            }
        }

        return committed;
    }
}
