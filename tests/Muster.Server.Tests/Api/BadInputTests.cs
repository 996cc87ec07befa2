using System.Net.Http.Headers;
using System.Text;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api;

public sealed class BadInputTests
{
    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_refused()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var bytes = new ByteArrayContent([.. "{\"user_name\":\""u8, 0xC3, 0x28, .. "\",\"display_name\":\"x\"}"u8]);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(["user_name"], (await client.SendAsync(HttpMethod.Post, "/users", bytes)).Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_source_of_a_folder_that_is_missing_is_refused_with_its_path()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var refused = await client.PostAsync(
            "/synchronization/sources",
            new { name = "payroll", type = "folder", settings = new { folder = "/no/such/folder" } });

        Assert.Equal(["settings.folder"], refused.Is(BadRequest).Fields);
        Assert.Contains("/no/such/folder", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_none_of_an_enumeration_is_told_which_there_are()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var refused = await client.PostAsync(
            "/schedules/publish", new { schedule_id = Guid.NewGuid(), wait = "at_once" });

        Assert.Equal(["wait"], refused.Is(BadRequest).Fields);
        Assert.Equal("wait must be one of applied, committed.", refused.Detail);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task A_body_that_is_not_JSON_is_refused(string type)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var answer = await client.SendAsync(HttpMethod.Post, "/users", new StringContent("{}", Encoding.UTF8, type));

        Assert.Contains("application/json", answer.Is(UnsupportedMediaType).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var node = await TestNode.StartAsync("Server:MaxRequest=16");
        using var client = await node.AdministratorAsync();

        var body = new { user_name = "x", display_name = new string('x', 20_000) };

        (await client.PostAsync("/users", body)).Is(RequestEntityTooLarge);
        (await client.PostAsync("/users", body, ("Idempotency-Key", "k"))).Is(RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("GET", "/nothing/here", NotFound)]
    [InlineData("GET", "/users/not-an-id", NotFound)]
    [InlineData("DELETE", "/users", MethodNotAllowed)]
    [InlineData("POST", "/system/ping", MethodNotAllowed)]
    public async Task An_address_that_is_none_gets_a_problem(
        string method, string path, System.Net.HttpStatusCode status)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var answer = await client.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal("application/problem+json", answer.Is(status).Headers["Content-Type"]);
        Assert.Contains("\nMaybe", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_gets_503_and_a_time_to_come_back()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        (await client.GetAsync("/users")).Is(OK);
        await node.Database.TakeAwayAsync();

        var answer = await client.GetAsync("/users");

        Assert.Equal("1", answer.Is(ServiceUnavailable).Headers["Retry-After"]);
        (await client.GetAsync("//health/ready")).Is(ServiceUnavailable);
        (await client.GetAsync("//health/live")).Is(OK);
    }
}
