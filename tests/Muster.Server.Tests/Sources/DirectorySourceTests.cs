using Microsoft.Extensions.DependencyInjection;
using Muster.Domain.Sources;
using Muster.Server.Sources;
using Muster.Server.Tests.Api.Directories;
using static Muster.Server.Tests.Api.Directories.DirectoryTrial;

namespace Muster.Server.Tests.Sources;

/// <summary>Both ways to read a directory, over the network and without, which tell the same.</summary>
public sealed class DirectorySourceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_snapshot_is_everything_and_its_position_is_where_changes_go_on(bool overHttp)
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, overHttp);
        await trial.PutAsync("people/p1", Person(skills: new { skill = "t1-skill", level = 70 }));

        var snapshot = await source.OpenSnapshotAsync(default);
        var rows = await ToListAsync(snapshot.Rows);
        await trial.PutAsync("people/p1", Person(lastName: "Bell"));
        await trial.RemoveAsync("people/p1");
        var changes = await source.ReadChangesAsync(snapshot.Position, TimeSpan.Zero, default);

        Assert.Equal(Enum.GetValues<ObjectKind>(), rows.Select(row => row.Given!.Kind));
        var person = (SourcePerson)rows[^1].Given!.Content!;
        Assert.Equal(new SourceSkillLevel("t1-skill", 70), Assert.Single(person.Skills));
        Assert.Equal([2L, 3L], changes.Rows.Select(row => row.Given!.Version));
        Assert.Equal([false, true], changes.Rows.Select(row => row.Given!.IsGone));
        Assert.Empty((await source.ReadChangesAsync(changes.Next, TimeSpan.Zero, default)).Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wait_ends_with_the_change(bool overHttp)
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, overHttp);
        var position = await trial.PositionAsync();

        var waiting = source.ReadChangesAsync(position, TimeSpan.FromMinutes(1), default);
        await trial.PutAsync("people/p1", Person());

        var changes = await waiting.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("p1", Assert.Single(changes.Rows).Given!.ExternalId);
    }

    [Theory]
    [InlineData(true, "9.1")]
    [InlineData(false, "9.1")]
    [InlineData(true, "1.9999")]
    [InlineData(false, "1.9999")]
    public async Task A_cursor_that_is_refused_is_told_as_that(bool overHttp, string cursor)
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, overHttp);

        var refused = await Assert.ThrowsAsync<CursorRefusedException>(
            () => source.ReadChangesAsync(cursor, TimeSpan.Zero, default));

        Assert.Contains(cursor, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_object_is_told_as_it_is_now(bool overHttp)
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, overHttp);
        await trial.PutAsync("skills/a%2Fb", new { tenant = "t1", name = "x" });
        await trial.PutAsync("people/p1", Person());
        await trial.RemoveAsync("people/p1");

        Assert.Equal(
            new SourceSkill("t1", "x"), (await source.FindAsync(ObjectKind.Skill, "a/b", default))!.Content);
        Assert.True((await source.FindAsync(ObjectKind.Person, "p1", default))!.IsGone);
        Assert.Null(await source.FindAsync(ObjectKind.Person, "never", default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_that_is_away_is_a_source_that_is_away(bool overHttp)
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, overHttp);
        var position = await trial.PositionAsync();
        await source.ReadChangesAsync(position, TimeSpan.Zero, default);
        await trial.Node.Database.TakeAwayAsync();

        await Assert.ThrowsAsync<SourceAwayException>(
            () => source.ReadChangesAsync(position, TimeSpan.Zero, default));
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_replaced()
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, true);
        var position = await trial.PositionAsync();
        await source.ReadChangesAsync(position, TimeSpan.Zero, default);
        var issued = (await trial.Client.GetAsync("/tokens")).Items[0].GetProperty("id");
        await trial.Client.DeleteAsync($"/tokens/{issued}");

        Assert.Empty((await source.ReadChangesAsync(position, TimeSpan.Zero, default)).Rows);
    }

    [Fact]
    public async Task Without_the_permission_the_remedy_is_told()
    {
        await using var trial = await StartAsync();
        var source = await SourceAsync(trial, true, "Planner");

        var away = await Assert.ThrowsAsync<SourceAwayException>(() => source.OpenSnapshotAsync(default));

        Assert.Contains("directory:view", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_wrong_secret_the_remedy_is_told()
    {
        await using var trial = await StartAsync();
        var source = new DirectorySource(
            DirectorySource.CreateClient(),
            new DirectoryConnection(trial.Node.Host.Address) { ClientId = "nobody", ClientSecret = "wrong" },
            TimeProvider.System);

        var away = await Assert.ThrowsAsync<SourceAwayException>(() => source.OpenSnapshotAsync(default));

        Assert.Contains("muster token create", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_a_source_that_is_away()
    {
        var source = new DirectorySource(
            DirectorySource.CreateClient(), new DirectoryConnection(new Uri("http://127.0.0.1:9")) { Token = "x" },
            TimeProvider.System);

        await Assert.ThrowsAsync<SourceAwayException>(() => source.OpenSnapshotAsync(default));
    }

    private static async Task<ISource> SourceAsync(
        DirectoryTrial trial, bool overHttp, string role = "Administrator")
    {
        if (!overHttp)
        {
            return trial.Node.Host.Services.GetRequiredService<LocalDirectorySource>();
        }

        var roles = (await trial.Client.GetAsync("/access-roles")).Items;
        var id = roles.Single(item => item.GetProperty("name").GetString() == role).GetProperty("id").GetString();
        var made = await trial.Client.PostAsync("/clients", new
        {
            name = "follower",
            grants = new[] { new { role_id = id, scope_kind = "all" } },
        });
        return new DirectorySource(
            DirectorySource.CreateClient(),
            new DirectoryConnection(trial.Node.Host.Address)
            {
                ClientId = made.At("client", "client_id"),
                ClientSecret = made.At("client_secret"),
            },
            trial.Node.Time);
    }

    private static async Task<IReadOnlyList<SourceRow>> ToListAsync(IAsyncEnumerable<SourceRow> rows)
    {
        var all = new List<SourceRow>();
        await foreach (var row in rows)
        {
            all.Add(row);
        }

        return all;
    }
}
