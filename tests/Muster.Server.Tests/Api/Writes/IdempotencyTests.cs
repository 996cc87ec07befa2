using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Writes;

public sealed class IdempotencyTests
{
    private static readonly (string, string) Key = ("Idempotency-Key", "b7d1c7a2-5d0e-4c0c-9d64-1f6a1f9ad0aa");

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_changes_nothing()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var body = new { user_name = "paul", display_name = "Paul" };

        var first = (await client.PostAsync("/users", body, Key)).Is(Created);
        var again = (await client.PostAsync("/users", body, Key)).Is(Created);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.ETag, again.ETag);
        Assert.Equal(first.Headers["Location"], again.Headers["Location"]);
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        Assert.Equal(1L, await node.Database.ScalarAsync("SELECT count(*) FROM user_account WHERE user_name = 'paul'"));
    }

    [Fact]
    public async Task Many_at_once_are_done_once()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var body = new { user_name = "paul", display_name = "Paul" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.PostAsync("/users", body, Key)));

        Assert.Single(answers.Select(answer => answer.Is(Created).Text).Distinct());
        Assert.Equal(1L, await node.Database.ScalarAsync(
            "SELECT count(*) FROM audit WHERE action = 'created' AND after->>'user_name' = 'paul'"));
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        await client.PostAsync("/users", new { user_name = "paul", display_name = "Paul" }, Key);

        (await client.PostAsync("/users", new { user_name = "john", display_name = "John" }, Key))
            .Is(UnprocessableEntity);
        (await client.PostAsync("/clients", new { name = "paul" }, Key)).Is(UnprocessableEntity);
    }

    [Fact]
    public async Task Two_callers_may_use_the_same_key()
    {
        await using var node = await TestNode.StartAsync();
        using var one = await node.SignedInAsync("one", "Administrator");
        using var two = await node.SignedInAsync("two", "Administrator");

        (await one.PostAsync("/users", new { user_name = "paul", display_name = "Paul" }, Key)).Is(Created);
        (await two.PostAsync("/users", new { user_name = "john", display_name = "John" }, Key)).Is(Created);
    }

    [Fact]
    public async Task A_refused_request_keeps_nothing_so_that_it_can_be_mended()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        (await client.PostAsync("/users", new { user_name = "p p", display_name = "Paul" }, Key)).Is(BadRequest);
        (await client.PostAsync("/users", new { user_name = "paul", display_name = "Paul" }, Key)).Is(Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("na\tme")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var answer = await client.PostAsync(
            "/users", new { user_name = "a", display_name = "b" }, ("Idempotency-Key", key));

        Assert.Equal(["Idempotency-Key"], answer.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_kept_answer_shows_its_secret_to_nobody_who_reads_the_database()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var made = await client.PostAsync("/users", new { user_name = "paul", display_name = "Paul" }, Key);

        var password = made.At("first_password");
        var kept = (string)(await node.Database.ScalarAsync("SELECT encode(sealed, 'escape') FROM idempotent_answer"))!;
        Assert.NotEqual("", kept);
        Assert.DoesNotContain(password, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("first_password", kept, StringComparison.Ordinal);
    }
}
