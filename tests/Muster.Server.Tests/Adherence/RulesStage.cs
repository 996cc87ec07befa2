using System.Net;
using System.Text.Json;

namespace Muster.Server.Tests.Adherence;

/// <summary>Nodes with a business unit in Berlin, codes for telephone and lunch, and an administrator.</summary>
internal sealed class RulesStage(TestCluster cluster, IReadOnlyList<TestClient> clients) : IAsyncDisposable
{
    public TestCluster Cluster => cluster;

    public IReadOnlyList<TestClient> Clients => clients;

    public TestClient Client => clients[0];

    public string Tenant { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Lunch { get; private set; } = "";

    public string Path => $"/adherence/rules/{Unit}";

    public static async Task<RulesStage> SetAsync(int nodes = 1)
    {
        var cluster = await TestCluster.StartAsync(nodes, "Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000");
        var stage = new RulesStage(cluster, await cluster.AdministratorsAsync());
        stage.Tenant = await stage.MakeAsync("tenants", new { name = "Bank" });
        stage.Unit = await stage.UnitAsync("Germany");
        stage.Phone = await stage.CodeAsync(stage.Unit, "Telephone", "on_queue");
        stage.Lunch = await stage.CodeAsync(stage.Unit, "Lunch", "meal");
        return stage;
    }

    public Task<string> UnitAsync(string name) =>
        MakeAsync("business-units", new { name, tenant_id = Tenant, zone = "Europe/Berlin" });

    public Task<string> CodeAsync(string unit, string name, string category) => MakeAsync("activity-codes", new
    {
        name,
        business_unit_id = unit,
        category,
        paid = true,
        counts_as_work = true,
        colour = "#2f7d4f",
    });

    public Task<TestAnswer> SetAsync(string day, int version, object rules) =>
        Client.PutAsync($"{Path}/entries/{day}", rules, ("If-Match", $"\"{version}\""));

    public Task<TestAnswer> RemoveAsync(string day, int version) =>
        Client.DeleteAsync($"{Path}/entries/{day}", ("If-Match", $"\"{version}\""));

    public async Task<JsonElement> TryAsync(object asked) =>
        (await Client.PostAsync($"{Path}/try", asked)).Is(HttpStatusCode.OK).Body;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }

        await cluster.DisposeAsync();
    }

    private async Task<string> MakeAsync(string kind, object body) =>
        (await Client.PostAsync($"/organization/{kind}", body)).Is(HttpStatusCode.Created).At("id");
}
