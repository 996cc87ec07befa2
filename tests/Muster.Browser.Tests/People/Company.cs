using System.Text.Json;

namespace Muster.Browser.Tests.People;

/// <summary>A tenant of one's own on the shared demonstration, with a business unit and a management unit.</summary>
internal sealed record Company(string Name, string Tenant, string Unit, string Part)
{
    public static async Task<Company> FoundAsync(ApiSession ada)
    {
        var name = Unique.Name("company");
        var tenant = await MakeAsync(ada, "tenants", new { name });
        var unit = await MakeAsync(
            ada, "business-units", new { name = $"{name} Service", tenant_id = tenant, zone = "Europe/Berlin" });
        var part = await MakeAsync(
            ada, "management-units", new { name = $"{name} Berlin", business_unit_id = unit });
        return new Company(name, tenant, unit, part);
    }

    /// <returns>The id of what is made.</returns>
    public static async Task<string> MakeAsync(ApiSession ada, string kind, object fields) =>
        Id(await ada.PostAsync($"/organization/{kind}", fields));

    /// <returns>The id of the agent.</returns>
    public async Task<string> HireAsync(ApiSession ada, string firstName)
    {
        var agent = new { first_name = firstName, last_name = Name, management_unit_id = Part };
        return Id((await ada.PostAsync("/people", new { tenant_id = Tenant, agent })).GetProperty("agent"));
    }

    private static string Id(JsonElement made) => made.GetProperty("id").GetString()!;
}
