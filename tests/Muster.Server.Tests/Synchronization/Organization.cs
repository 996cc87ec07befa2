using System.Net;

namespace Muster.Server.Tests.Synchronization;

/// <summary>What a planner sets up beside the directory.</summary>
internal static class Organization
{
    /// <summary>A management unit in a business unit of the bank.</summary>
    public static async Task<Guid> UnitAsync(TestClient client, string name = "Loans team")
    {
        var tenant = (await client.GetAsync("/organization/tenants")).Items[0].GetProperty("id").GetGuid();
        var units = (await client.GetAsync("/organization/business-units")).Items;
        var business = units.Count > 0
            ? units[0].GetProperty("id").GetGuid()
            : (await client.PostAsync("/organization/business-units", new
            {
                name = "Retail",
                tenant_id = tenant,
                zone = "Europe/Berlin",
                week_start = "monday",
                interval_minutes = 15,
            })).Is(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();
        return (await client.PostAsync("/organization/management-units", new { name, business_unit_id = business }))
            .Is(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();
    }

    /// <summary>Says who plans a site.</summary>
    public static async Task AssignAsync(TestClient client, string site, object change)
    {
        var found = (await client.GetAsync("/organization/sites")).Items
            .Single(row => row.GetProperty("name").GetString() == site);
        (await client.PatchAsync(
            $"/organization/sites/{found.GetProperty("id")}", change, ("If-Match", $"\"{found.GetProperty("version")}\"")))
            .Is(HttpStatusCode.OK);
    }
}
