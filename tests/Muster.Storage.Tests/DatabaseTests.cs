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

    private static Database Open(string text) =>
        Database.Open(new DatabaseSettings(text, "test", TimeSpan.FromSeconds(2), 5));
}
