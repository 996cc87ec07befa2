using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

/// <summary>A tenant with a unit and all that belongs to it, made over HTTP.</summary>
internal sealed class OrganizationStage
{
    private readonly Dictionary<string, string> _ids = [];

    private OrganizationStage(TestClient client) => Client = client;

    public TestClient Client { get; }

    /// <summary>The id of the one item of that kind.</summary>
    public string this[string path] => _ids[path];

    /// <summary>One of every kind, all with the same name in every tenant.</summary>
    public static async Task<OrganizationStage> SetAsync(TestClient client)
    {
        var stage = new OrganizationStage(client);
        foreach (var path in Paths)
        {
            stage._ids[path] = (await client.PostAsync($"/organization/{path}", stage.Body(path))).Is(Created).At("id");
        }

        return stage;
    }

    /// <summary>Every kind, each after what it needs.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "tenants", "time-zones", "switches", "skills", "business-units", "management-units", "sites", "teams",
        "activity-codes", "planning-groups", "service-goals", "work-plans",
    ];

    /// <summary>What a new item of a kind is made from.</summary>
    public Dictionary<string, object?> Body(string path)
    {
        var body = new Dictionary<string, object?> { ["name"] = "Same name" };
        foreach (var (field, value) in Fields(path))
        {
            body[field] = value;
        }

        return body;
    }

    public string PathOf(string path) => $"/organization/{path}/{_ids[path]}";

    /// <summary>A field of the kind, and a value for it that cannot be.</summary>
    public static (string Field, object? Value, string Remedy) Wrong(string path) => path switch
    {
        "time-zones" or "business-units" => ("zone", "Europe/Berln", "Maybe Europe/Berlin is meant"),
        "management-units" => ("zone", "Mars", "Maybe"),
        "sites" => ("assignment", "moon", "must be one of"),
        "activity-codes" => ("colour", "red", "such as #2f7d4f"),
        "planning-groups" => ("queues", Array.Empty<object>(), "1 to 1000"),
        "service-goals" => ("answer_percent", 101, "1 to 100"),
        "work-plans" => ("earliest_start", "25:00", "such as 07:30"),
        "teams" => ("management_unit_id", "no id", "a UUID"),
        _ => ("name", "", "1 to 200 characters"),
    };

    private IEnumerable<(string Field, object? Value)> Fields(string path) => path switch
    {
        "tenants" => [],
        "time-zones" => [Tenant, ("zone", "W. Europe Standard Time")],
        "switches" or "skills" => [Tenant],
        "business-units" => [Tenant, ("zone", "Europe/Berlin"), ("week_start", "sunday"), ("interval_minutes", 30)],
        "management-units" => [Unit, ("zone", "Asia/Kolkata")],
        "sites" => [Tenant, ("time_zone_id", _ids["time-zones"]), ("assignment", "here"), Part],
        "teams" => [Part],
        "activity-codes" =>
            [Unit, ("category", "meal"), ("paid", false), ("counts_as_work", false), ("colour", "#2f7d4f")],
        "planning-groups" =>
        [
            Unit, ("channel", "voice"), ("queues", new[] { new { id = "4711", name = "Sales" } }),
            ("required_skills", new[] { new { skill_id = _ids["skills"], minimum_level = 20 } }),
        ],
        "service-goals" => [Unit, ("answer_percent", 80), ("answer_within_seconds", 20)],
        _ => [Unit, .. WorkPlan],
    };

    private IEnumerable<(string Field, object? Value)> WorkPlan =>
    [
        ("paid_minutes_per_day", new { min = 360, max = 540 }),
        ("paid_minutes_per_week", new { min = 2340, max = 2460 }),
        ("working_days_per_week", new { min = 5, max = 5 }),
        ("shift_minutes", new { min = 420, max = 600 }),
        ("earliest_start", "07:30"),
        ("latest_stop", "22:00"),
        ("weekdays", new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }),
        ("breaks", new[] { new { activity_code_id = _ids["activity-codes"], minutes = 30 } }),
    ];

    private (string Field, object? Value) Tenant => ("tenant_id", _ids["tenants"]);

    private (string Field, object? Value) Unit => ("business_unit_id", _ids["business-units"]);

    private (string Field, object? Value) Part => ("management_unit_id", _ids["management-units"]);

    /// <summary>The names in a list.</summary>
    public static IEnumerable<string?> Names(TestAnswer list) =>
        list.Items.Select(item => item.GetProperty("name").GetString());

    /// <summary>The ids in a list.</summary>
    public static IEnumerable<string?> Ids(TestAnswer list) =>
        list.Items.Select(item => item.GetProperty("id").GetString());
}
