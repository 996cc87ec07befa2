using System.Text;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Identity;

public sealed class OAuthApiTests
{
    [Fact]
    public async Task A_program_gets_a_token_and_may_do_what_its_client_may()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Administrator");

        (await program.Client.GetAsync("/users")).Is(OK);
        (await program.Client.GetAsync("/system/ping")).Is(OK);
    }

    [Fact]
    public async Task A_token_can_carry_less_than_its_client_holds()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Administrator", ("scope", "users:view system:view"));

        (await program.Client.GetAsync("/users")).Is(OK);
        (await program.Client.GetAsync("/audit")).Is(Forbidden);
    }

    [Fact]
    public async Task A_token_can_never_carry_more_than_its_client_holds()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Planner", ("scope", "users:view"));

        (await program.Client.GetAsync("/users")).Is(Forbidden);
    }

    [Fact]
    public async Task A_token_ends_when_its_time_is_over()
    {
        await using var node = await TestNode.StartAsync("Identity:TokenMinutes=30");
        using var program = await ProgramAsync(node, "Administrator");

        node.Time.Advance(TimeSpan.FromMinutes(31));

        (await program.Client.GetAsync("/users")).Is(Unauthorized);
    }

    [Fact]
    public async Task The_last_use_of_a_token_is_known_to_the_minute()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Administrator");
        (await program.Client.GetAsync("/users")).Is(OK);
        const string LastUse = "SELECT last_used_at FROM access_token";
        var first = (DateTime)(await node.Database.ScalarAsync(LastUse))!;

        node.Time.Advance(TimeSpan.FromSeconds(30));
        (await program.Client.GetAsync("/users")).Is(OK);
        Assert.Equal(first, await node.Database.ScalarAsync(LastUse));
        node.Time.Advance(TimeSpan.FromSeconds(31));
        (await program.Client.GetAsync("/users")).Is(OK);

        var last = (DateTime)(await node.Database.ScalarAsync(LastUse))!;
        Assert.True(last - first >= TimeSpan.FromMinutes(1), $"{first:O}, then {last:O}");
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var program = await ProgramAsync(node, "Administrator");
        (await program.Client.GetAsync("/users")).Is(OK);
        var id = (await administrator.GetAsync("/tokens")).Items[0].GetProperty("id");

        (await administrator.DeleteAsync($"/tokens/{id}")).Is(NoContent);

        (await program.Client.GetAsync("/users")).Is(Unauthorized);
    }

    [Fact]
    public async Task A_program_can_give_its_token_back()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Administrator");

        (await program.Client.PostFormAsync(
            "//oauth/revoke", ("client_id", program.Id), ("client_secret", program.Secret),
            ("token", program.Client.Bearer!))).Is(NoContent);

        (await program.Client.GetAsync("/users")).Is(Unauthorized);
    }

    [Fact]
    public async Task Disabling_a_client_ends_its_tokens_and_its_credentials()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var program = await ProgramAsync(node, "Administrator");
        var client = (await administrator.GetAsync("/clients")).Items[0];
        var path = $"/clients/{client.GetProperty("id")}";

        (await administrator.PatchAsync(path, new { disabled = true }, ("If-Match", "\"1\""))).Is(OK);

        (await program.Client.GetAsync("/users")).Is(Unauthorized);
        (await TokenAsync(program.Client, program.Id, program.Secret)).Is(Unauthorized);
    }

    [Fact]
    public async Task A_rotated_secret_replaces_the_old_one_and_its_tokens()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var program = await ProgramAsync(node, "Administrator");
        var id = (await administrator.GetAsync("/clients")).Items[0].GetProperty("id");

        var rotated = (await administrator.PostAsync($"/clients/{id}/secret", null)).Is(OK).At("client_secret");

        (await program.Client.GetAsync("/users")).Is(Unauthorized);
        (await TokenAsync(program.Client, program.Id, program.Secret)).Is(Unauthorized);
        (await TokenAsync(program.Client, program.Id, rotated)).Is(OK);
    }

    [Theory]
    [InlineData("grant_type=password", BadRequest, "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials", Unauthorized, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=x&client_secret=y", Unauthorized, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=%00&client_secret=y", BadRequest, "unsupported_grant_type")]
    [InlineData("", BadRequest, "unsupported_grant_type")]
    public async Task A_wrong_request_gets_the_error_that_OAuth_names(
        string form, System.Net.HttpStatusCode status, string error)
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();

        var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await client.SendAsync(HttpMethod.Post, "//oauth/token", content);

        Assert.Equal(error, answer.Is(status).At("error"));
    }

    [Fact]
    public async Task A_scope_that_names_no_permission_is_refused()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Planner");

        var answer = await TokenAsync(program.Client, program.Id, program.Secret, ("scope", "universe:rule"));

        Assert.Equal("invalid_scope", answer.Is(BadRequest).At("error"));
    }

    [Fact]
    public async Task Credentials_may_come_in_the_authorization_header()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Planner");
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{program.Id}:{program.Secret}"));
        using var client = node.Anonymous();

        var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]);
        var answer = await client.SendAsync(
            HttpMethod.Post, "//oauth/token", form, ("Authorization", $"Basic {basic}"));

        Assert.Equal("Bearer", answer.Is(OK).At("token_type"));
    }

    [Fact]
    public async Task Neither_secrets_nor_tokens_are_in_the_database()
    {
        await using var node = await TestNode.StartAsync();
        using var program = await ProgramAsync(node, "Administrator");

        string[] tables = ["client", "access_token", "session", "user_account", "audit", "idempotent_answer"];
        foreach (var table in tables)
        {
            var rows = (string)(await node.Database.ScalarAsync(
                $"SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t"))!;
            Assert.DoesNotContain(program.Secret, rows, StringComparison.Ordinal);
            Assert.DoesNotContain(program.Client.Bearer!, rows, StringComparison.Ordinal);
        }
    }

    private static async Task<TestProgram> ProgramAsync(
        TestNode node, string role, params (string, string)[] fields)
    {
        using var administrator = await node.SignedInAsync($"maker-{Guid.NewGuid():N}", "Administrator");
        var roles = (await administrator.GetAsync("/access-roles")).Items;
        var id = roles.Single(item => item.GetProperty("name").GetString() == role).GetProperty("id").GetString();
        var made = (await administrator.PostAsync("/clients", new
        {
            name = $"program {Guid.NewGuid():N}",
            grants = new[] { new { role_id = id, scope_kind = "all" } },
        })).Is(Created);
        var client = node.Anonymous();
        var program = new TestProgram(client, made.At("client", "client_id"), made.At("client_secret"));
        client.Bearer = (await TokenAsync(client, program.Id, program.Secret, fields)).Is(OK).At("access_token");
        return program;
    }

    private static Task<TestAnswer> TokenAsync(
        TestClient client, string id, string secret, params (string, string)[] fields) =>
        client.PostFormAsync(
            "//oauth/token",
            [("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret), .. fields]);

    private sealed record TestProgram(TestClient Client, string Id, string Secret) : IDisposable
    {
        public void Dispose() => Client.Dispose();
    }
}
