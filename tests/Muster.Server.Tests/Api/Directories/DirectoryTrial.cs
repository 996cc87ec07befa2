using System.Text.Json;
using System.Text.Json.Nodes;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Directories;

/// <summary>A node with the directory, and somebody who may write to it.</summary>
internal sealed class DirectoryTrial : IAsyncDisposable
{
    private DirectoryTrial(TestNode node, TestClient client) => (Node, Client) = (node, client);

    public TestNode Node { get; }

    public TestClient Client { get; }

    /// <summary>With the tenant t1, in which there is one of each, all called "one".</summary>
    public static async Task<DirectoryTrial> StartAsync(params string[] settings)
    {
        var node = await TestNode.StartAsync(["Limit:Burst=1000000", .. settings]);
        var trial = new DirectoryTrial(node, await node.AdministratorAsync());
        await trial.FillAsync("t1");
        return trial;
    }

    public static object Person(string tenant = "t1", string lastName = "Ames", params object[] skills) => new
    {
        tenant,
        first_name = "Ann",
        last_name = lastName,
        site = $"{tenant}-site",
        time_zone = $"{tenant}-zone",
        skills,
        logins = new[] { new { @switch = $"{tenant}-switch", code = "4711" } },
    };

    /// <summary>A tenant whose every object is called "one".</summary>
    public async Task FillAsync(string tenant)
    {
        await PutAsync($"tenants/{tenant}", new { name = "one" });
        await PutAsync($"time-zones/{tenant}-zone", new { tenant, name = "one", zone = "Europe/Berlin" });
        await PutAsync($"switches/{tenant}-switch", new { tenant, name = "one" });
        await PutAsync($"skills/{tenant}-skill", new { tenant, name = "one" });
        await PutAsync($"sites/{tenant}-site", new { tenant, name = "one", time_zone = $"{tenant}-zone" });
    }

    public async Task<TestAnswer> PutAsync(string path, object content)
    {
        var answer = await Client.PutAsync($"/directory/{path}", content);
        Assert.True(answer.Status is OK or Created, answer.Text);
        return answer;
    }

    public async Task RemoveAsync(string path) => (await Client.DeleteAsync($"/directory/{path}")).Is(NoContent);

    public Task<TestAnswer> GetAsync(string path) => Client.GetAsync($"/directory/{path}");

    /// <summary>The lines of a snapshot.</summary>
    public async Task<IReadOnlyList<JsonElement>> SnapshotAsync() =>
        [.. (await GetAsync("snapshot")).Is(OK).Text.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line))];

    public async Task<string> PositionAsync() => (await SnapshotAsync())[0].GetProperty("position").GetString()!;

    /// <summary>Every change after a cursor, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ChangesAsync(string after, int limit = 100)
    {
        var all = new List<JsonElement>();
        while (true)
        {
            var page = (await GetAsync($"changes?after={after}&limit={limit}")).Is(OK).Body;
            all.AddRange(page.GetProperty("changes").EnumerateArray());
            after = page.GetProperty("next").GetString()!;
            if (!page.GetProperty("more").GetBoolean())
            {
                return all;
            }
        }
    }

    public async Task<TestAnswer> BulkAsync(string kind, params object[] items) =>
        (await Client.PostAsync($"/directory/{kind}/bulk", new { items })).Is(OK);

    /// <summary>A person with some fields set to other values, as JSON.</summary>
    public static string With(string member, string value)
    {
        var person = JsonSerializer.SerializeToNode(Person())!.AsObject();
        person[member] = JsonNode.Parse(value);
        return person.ToJsonString();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Node.DisposeAsync();
    }
}
