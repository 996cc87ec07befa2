using Muster.Server.Host;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_checked_in_description_is_what_the_program_makes()
    {
        var made = await OpenApiText.WriteAsync(CancellationToken.None);

        Assert.True(Muster.Testing.Accepted.Matches("web/src/api/openapi.json", made, out var advice), advice);
    }

    [Fact]
    public async Task A_node_serves_its_description_to_anyone()
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();

        var answer = (await client.GetAsync("/openapi.json")).Is(OK);

        Assert.Equal("Muster", answer.At("info", "title"));
        Assert.True(answer.Body.GetProperty("paths").TryGetProperty("/api/v2/wfm/users/{id}", out _));
    }
}
