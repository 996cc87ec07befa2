using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Muster.Server.Demo.Steps;

/// <summary>Tenant, units, teams, skills, codes, planning groups, goals and work plans.</summary>
internal sealed class OrganizationStep(CentreGround ground) : ICentreStep
{
    private const string Tenants = "tenants";
    private const string BusinessUnits = "business-units";

    // Fields of the content that name an item, and the kind of that item.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["tenant"] = Tenants,
        ["business_unit"] = BusinessUnits,
        ["management_unit"] = "management-units",
        ["activity_code"] = "activity-codes",
        ["skill"] = "skills",
    };

    public string Title => "Organization";

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        foreach (var (kind, items) in ground.Content.Organization)
        {
            tell(kind.Replace('-', ' '));
            var known = await ground.ListAsync(kind, token);
            foreach (var item in items!.AsArray())
            {
                await EnsureAsync(kind, Body(kind, item!.AsObject()), known, token);
            }
        }

        await ground.SetWeeksAsync(token);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Count("management-units")} management units, {Count("teams")} teams, {Count("work-plans")} work plans, "
            + $"{Count("planning-groups")} planning groups");
    }

    private int Count(string kind) => ground.Content.Organization[kind]!.AsArray().Count;

    private async Task EnsureAsync(
        string kind, JsonObject body, IReadOnlyList<JsonElement> known, CancellationToken token)
    {
        var name = (string)body["name"]!;
        var found = known.FirstOrDefault(item => IsSame(item, body));
        var made = found.ValueKind == JsonValueKind.Object
            ? found
            : await ground.Administrator.PostAsync<JsonElement>($"/organization/{kind}", body, token);
        ground.Know(kind, name, made.GetProperty("id").GetGuid());
    }

    // Equal names are legal, of other tenants and units for instance: who it belongs to is compared too.
    private static bool IsSame(JsonElement item, JsonObject body) =>
        item.GetProperty("name").GetString() == (string)body["name"]!
        && body.Where(field => field.Key.EndsWith("_id", StringComparison.Ordinal)).All(field =>
            item.TryGetProperty(field.Key, out var id) && id.GetString() == (string)field.Value!);

    private JsonObject Body(string kind, JsonObject item)
    {
        var body = WithIds(item);
        if (kind is "skills" or BusinessUnits)
        {
            body["tenant_id"] = IdOf(Tenants);
        }
        else if (kind is not (Tenants or "teams"))
        {
            body["business_unit_id"] = IdOf(BusinessUnits);
        }

        if (kind == BusinessUnits)
        {
            body["zone"] = ground.Zone.Id;
        }

        return body;
    }

    // Of tenants and business units there is one each.
    private string IdOf(string kind) =>
        ground.IdOf(kind, (string)ground.Content.Organization[kind]![0]!["name"]!).ToString();

    private JsonObject WithIds(JsonObject fields) => new(fields.Select(field =>
        Kinds.TryGetValue(field.Key, out var kind)
            ? KeyValuePair.Create(
                $"{field.Key}_id", (JsonNode?)ground.IdOf(kind, (string)field.Value!).ToString())
            : KeyValuePair.Create(field.Key, WithIds(field.Value))));

    private JsonNode? WithIds(JsonNode? value) => value switch
    {
        JsonObject fields => WithIds(fields),
        JsonArray list => new JsonArray([.. list.Select(WithIds)]),
        _ => value?.DeepClone(),
    };
}
