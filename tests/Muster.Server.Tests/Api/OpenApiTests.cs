using System.Text.Json;
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
    public async Task Whatever_may_be_asked_is_described_and_named_alike()
    {
        var made = JsonDocument.Parse(await OpenApiText.WriteAsync(CancellationToken.None));

        var parameters = made.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => (path, verb)))
            .Where(operation => operation.verb.Value.TryGetProperty("parameters", out _))
            .SelectMany(operation => operation.verb.Value.GetProperty("parameters").EnumerateArray()
                .Select(parameter => (Name: $"{operation.verb.Name} {operation.path.Name}", parameter)))
            .Where(asked => asked.parameter.GetProperty("in").GetString() == "query")
            .ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, asked =>
        {
            var name = asked.parameter.GetProperty("name").GetString()!;
            Assert.True(
                asked.parameter.TryGetProperty("description", out _), $"{asked.Name}: {name} is not described.");
            Assert.Matches("^[a-z_]+$", name);
        });
    }

    // As docs/api.md says it.
    [Fact]
    public async Task A_list_goes_on_with_a_cursor_or_is_answered_whole()
    {
        string[] others =
            ["/api/v2/wfm/people", "/api/v2/wfm/my/notices", "/api/v2/wfm/directory/changes"];
        var made = JsonDocument.Parse(await OpenApiText.WriteAsync(CancellationToken.None));
        var paging = made.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => !others.Contains(path.Name) && path.Value.TryGetProperty("get", out _))
            .Select(path => (path.Name, Names: path.Value.GetProperty("get").TryGetProperty("parameters", out var all)
                ? all.EnumerateArray().Select(one => one.GetProperty("name").GetString()!)
                    .Where(name => name is "limit" or "cursor" or "offset").Order().ToArray()
                : []))
            .ToList();

        Assert.All(paging, list => Assert.True(
            list.Names is [] or ["cursor", "limit"], $"{list.Name}: {string.Join(", ", list.Names)}"));
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
