using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Storage.Streams;
using Muster.Storage.Tests.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests;

public sealed class DatabaseTests
{
    [Theory]
    [InlineData("Host=", "names no host")]
    [InlineData("Nonsense=1", "cannot be read")]
    [InlineData("no equals sign", "cannot be read")]
    public void A_connection_string_that_makes_no_sense_is_refused_with_an_example(string text, string reason)
    {
        var refused = Assert.Throws<StorageException>(() => Open(text));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Host=db1,db2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_and_its_password_is_not()
    {
        await using var database = Open("Host=127.0.0.1;Port=1;Username=muster;Password=hidden;Database=wfm");

        var refused = await Assert.ThrowsAsync<StorageException>(() => database.CheckAsync(CancellationToken.None));

        Assert.Contains("127.0.0.1:1/wfm", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_are_named_with_the_port_that_each_has()
    {
        const string Text = "Host=db1:5441,db2;Username=muster;Password=hidden;Database=wfm";

        Assert.Equal("db1:5441,db2:5432/wfm", Database.DescriptionOf(Text));
        Assert.Equal("postgresql://muster@db1:5441,db2:5432/wfm", Database.UrlOf(Text));
    }

    [Fact]
    public async Task Who_reads_has_a_connection_however_many_wait_to_write()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = Open(made.ConnectionString);
        var context = new WriteContext(Actor.Muster("test"), TimeProvider.System.GetUtcNow(), "test");
        var token = TestContext.Current.CancellationToken;

        var writers = Enumerable.Range(0, 20).Select(_ => database.BeginAsync(context, token)).ToList();
        await database.CheckAsync(token);
        foreach (var writer in writers)
        {
            // Each gives its place to the next, committed or not.
            await (await writer).CommitAsync(token);
        }

        await using var last = await database.BeginAsync(context, token);
    }

    [Fact]
    public async Task A_transaction_that_ends_after_its_database_was_closed_ends_like_any_other()
    {
        await using var made = await TestDatabase.CreateAsync();
        var database = Open(made.ConnectionString);
        var late = await database.BeginAsync(Writes.Context, CancellationToken.None);

        await database.DisposeAsync();

        await late.CommitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Of_several_hosts_the_one_that_answers_is_used()
    {
        await using var made = await TestDatabase.CreateAsync();
        var alive = new Npgsql.NpgsqlConnectionStringBuilder(made.ConnectionString);
        alive.Host = $"127.0.0.1:1,{alive.Host}";
        await using var database = Open(alive.ConnectionString);

        await database.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_call_that_the_server_does_not_answer_ends_by_itself()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = Database.Open(
            new DatabaseSettings(made.ConnectionString, "test", TimeSpan.FromSeconds(1), 2));

        var late = await Record.ExceptionAsync(
            () => database.Command("SELECT pg_sleep(60)").ExecuteAsync(CancellationToken.None));

        Assert.NotNull(late);
        Assert.True(StorageTrouble.IsPassing(late), late.ToString());
    }

    [Fact]
    public async Task A_writer_that_stops_between_its_last_statement_and_its_commit_does_not_keep_the_others_waiting()
    {
        var access = ScopeName.Of("access");
        await using var made = await TestDatabase.CreateAsync();
        await using var paused = made.Open("paused");
        await using var other = made.Open("other");
        var recorded = new RecordedChanges();
        recorded.Add(access, Writes.Put("1"));
        await using var stopped = await paused.BeginAsync(Writes.Context, CancellationToken.None);
        await ChangeStore.WriteAsync(stopped, recorded, "paused", notify: false, CancellationToken.None);

        var committed = Assert.Single(await Writes.CommitAsync(other, (access, Writes.Put("2"))));

        Assert.Equal(new ScopePosition(1, 1), committed.Delta.Position);
        var late = await Record.ExceptionAsync(() => stopped.CommitAsync(CancellationToken.None));
        Assert.True(StorageTrouble.IsPassing(late!), late?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-c idle_in_transaction_session_timeout=3s")]
    public async Task A_session_ends_when_its_node_is_gone_unless_the_connection_string_says_otherwise(string options)
    {
        await using var made = await TestDatabase.CreateAsync();
        var text = new Npgsql.NpgsqlConnectionStringBuilder(made.ConnectionString) { Options = options };
        await using var database = Open(text.ConnectionString);

        var limits = await database.Command(
            "SELECT setting FROM pg_settings WHERE name IN ('idle_in_transaction_session_timeout', 'tcp_user_timeout')"
            + " ORDER BY name").ListAsync(row => row.GetString(0), CancellationToken.None);

        // Over a Unix socket there is no TCP to set.
        Assert.Equal(options.Length == 0 ? "2000" : "3000", limits[0]);
        Assert.Contains(limits[1], (string[])["0", "5000"]);
    }

    [Theory]
    [InlineData("28P01", true)]
    [InlineData("28000", true)]
    [InlineData("3D000", true)]
    [InlineData("55000", true)]
    [InlineData("42P01", false)]
    public void A_server_that_lets_nobody_in_for_a_while_ends_no_node(string sqlState, bool isPassing) =>
        Assert.Equal(
            isPassing,
            StorageTrouble.IsPassing(new Npgsql.PostgresException("refused", "FATAL", "FATAL", sqlState)));

    private static Database Open(string text) =>
        Database.Open(new DatabaseSettings(text, "test", TimeSpan.FromSeconds(2), 5));
}
