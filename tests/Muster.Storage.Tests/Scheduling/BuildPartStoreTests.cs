using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Scheduling;
using Muster.Storage.Members;
using Muster.Storage.Scheduling;
using Muster.Testing;
using NodaTime;

namespace Muster.Storage.Tests.Scheduling;

public sealed class BuildPartStoreTests
{
    private static readonly CancellationToken Token = CancellationToken.None;
    private static readonly WriteContext Context = new(Actor.Muster("test"), DateTimeOffset.UnixEpoch, "test");

    [Fact]
    public async Task Parts_are_taken_once_each_the_most_urgent_first()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var (one, two) = (await JoinAsync(made, "one"), await JoinAsync(made, "two"));
        var late = await AskAsync(database, 5, 1);
        var urgent = await AskAsync(database, 9, 2);
        var parts = new BuildPartStore(database);

        var taken = await Task.WhenAll(parts.TakeAsync(one, [], Token), parts.TakeAsync(two, [], Token));
        var third = await parts.TakeAsync(one, Mine(taken[0]!), Token);
        var fourth = await parts.TakeAsync(two, Mine(taken[1]!), Token);

        Assert.Equal([urgent, urgent], taken.Select(claim => claim!.Build));
        Assert.Equal([1, 2], taken.Select(claim => claim!.Number).Order());
        Assert.Equal(late, third!.Build);
        Assert.Null(fourth);
    }

    [Fact]
    public async Task What_a_silent_builder_had_goes_on_elsewhere_from_its_best_and_its_late_word_is_refused()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var (dead, heir) = (await JoinAsync(made, "dead"), await JoinAsync(made, "heir"));
        var build = await AskAsync(database, 5, 1);
        var parts = new BuildPartStore(database);
        var old = (await parts.TakeAsync(dead, [], Token))!;
        Assert.True(await parts.SaveAsync(database, old, Save(100), Token));
        Assert.Null(await parts.TakeAsync(heir, [], Token));

        await made.ScalarAsync(
            "UPDATE muster.member SET beat_at = clock_timestamp() - interval '5 s' WHERE node = 'dead'");
        var taken = (await parts.TakeAsync(heir, [], Token))!;

        Assert.Equal((build, 1, old.Claim + 1), (taken.Build, taken.Number, taken.Claim));
        Assert.Equal("{\"cost\": 100}", taken.Incumbent);
        Assert.Equal(TimeSpan.FromSeconds(3), taken.Spent);
        Assert.False(await parts.SaveAsync(database, old, Save(50), Token));
        Assert.True(await parts.SaveAsync(database, taken, Save(90), Token));
        Assert.Equal(90, Assert.Single(await parts.ListAsync(build, Token)).Cost);
    }

    [Fact]
    public async Task A_node_that_has_forgotten_what_it_was_at_takes_it_again()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var node = await JoinAsync(made, "one");
        await AskAsync(database, 5, 1);
        var parts = new BuildPartStore(database);
        var first = (await parts.TakeAsync(node, [], Token))!;

        Assert.Null(await parts.TakeAsync(node, Mine(first), Token));
        Assert.Equal(first.Claim + 1, (await parts.TakeAsync(node, [], Token))!.Claim);
    }

    [Fact]
    public async Task A_node_that_was_silent_for_a_while_does_not_take_from_itself_what_it_is_at()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var node = await JoinAsync(made, "one");
        await AskAsync(database, 5, 1);
        var parts = new BuildPartStore(database);
        var first = (await parts.TakeAsync(node, [], Token))!;

        await made.ScalarAsync("UPDATE muster.member SET beat_at = clock_timestamp() - interval '5 s'");

        Assert.Null(await parts.TakeAsync(node, Mine(first), Token));
        Assert.True(await parts.SaveAsync(database, first, Save(90), Token));
    }

    [Fact]
    public async Task Of_a_removed_build_nothing_is_kept_and_nothing_is_written_back()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var node = await JoinAsync(made, "one");
        var build = await AskAsync(database, 5, 1);
        var parts = new BuildPartStore(database);
        var claim = (await parts.TakeAsync(node, [], Token))!;
        Assert.True(await parts.SaveAsync(database, claim, Save(90), Token));

        var builds = new BuildStore(database);
        await using (var transaction = await database.BeginAsync(Context, Token))
        {
            await builds.RemoveAsync(transaction, (await builds.LockAsync(transaction, build, Token))!, Token);
            await transaction.CommitAsync(Token);
        }

        Assert.False(await parts.SaveAsync(database, claim, Save(80), Token));
        Assert.Null(await parts.FindIncumbentAsync(build, 1, Token));
        Assert.Null(await parts.TakeAsync(node, [], Token));
    }

    [Fact]
    public async Task Of_the_pool_only_the_living_are_told()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var (one, two) = (await JoinAsync(made, "one"), await JoinAsync(made, "two"));
        var parts = new BuildPartStore(database);
        await parts.EnterAsync(one, 2, Token);
        await parts.EnterAsync(two, 4, Token);

        await made.ScalarAsync(
            "UPDATE muster.member SET beat_at = clock_timestamp() - interval '5 s' WHERE node = 'two'");

        var alive = Assert.Single(await parts.ListBuildersAsync(Token));
        Assert.Equal(("one", 2, 0), (alive.Node, alive.Slots, alive.Busy));
    }

    [Fact]
    public async Task What_is_searched_where_is_told_and_that_a_builder_is_silent()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var node = await JoinAsync(made, "one");
        var parts = new BuildPartStore(database);
        await AskAsync(database, 5, 2);
        await parts.TakeAsync(node, [], Token);

        var held = await parts.ListJobsAsync(Token);
        await made.ScalarAsync("UPDATE muster.member SET beat_at = clock_timestamp() - interval '5 s'");
        var lost = await parts.ListJobsAsync(Token);

        Assert.Equal([("running", "one", true), ("waiting", null, false)],
            held.Select(job => (job.State, job.Node, job.IsHeld)));
        Assert.NotNull(held[0].TakenAt);
        Assert.Null(held[1].TakenAt);
        Assert.False(lost[0].IsHeld);
    }

    private static string[] Mine(BuildClaim claim) => [$"{claim.Build}/{claim.Number}"];

    private static BuildSave Save(long cost) => new("running", TimeSpan.FromSeconds(3), 10, "[]")
    {
        Breaches = 0,
        Cost = cost,
        Incumbent = $"{{\"cost\": {cost}}}",
    };

    // Alive until the test says otherwise, however slow the machine is.
    private static async Task<NodeId> JoinAsync(TestDatabase made, string name)
    {
        await using var database = made.Open();
        var node = new NodeDescription(name, ["builder"], [], "1.0");
        var id = new NodeId(name, await new MemberStore(database).JoinAsync(node, Token));
        await made.ScalarAsync("UPDATE muster.member SET beat_at = clock_timestamp() + interval '1 hour'");
        return id;
    }

    private static async Task<BuildId> AskAsync(Database database, int priority, int units)
    {
        var build = new ScheduleBuild
        {
            Id = new BuildId(Guid.CreateVersion7()),
            BusinessUnit = new BusinessUnitId(Guid.NewGuid()),
            Name = "Plan",
            Forecast = new ForecastId(Guid.NewGuid()),
            ManagementUnits = [.. Enumerable.Range(0, units).Select(_ => new ManagementUnitId(Guid.NewGuid()))],
            FirstDay = new LocalDate(2026, 3, 2),
            Priority = priority,
            CreatedBy = "Ada",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await using var transaction = await database.BeginAsync(Context, Token);
        await new BuildStore(database).InsertAsync(transaction, build, Token);
        await transaction.CommitAsync(Token);
        return build.Id;
    }
}
