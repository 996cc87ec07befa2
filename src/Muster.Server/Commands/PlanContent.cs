using System.Text.Json;
using System.Text.Json.Nodes;
using Muster.Domain.Time;
using Muster.Server.Api.Json;
using Muster.Server.Demo;
using Muster.Server.Demo.Content;
using YamlDotNet.Core;

namespace Muster.Server.Commands;

/// <summary>A contact centre as a file tells it: the demonstration's form, without what is drawn there.</summary>
internal static class PlanContent
{
    private const string Organization = "organization";

    // What the demonstration draws by chance or takes from elsewhere, and one's own centre brings in from files.
    private static readonly string[] Drawn = ["histories", "first_names", "last_names"];

    /// <exception cref="StartRefusedException">It cannot be read, or says something else than such a file.</exception>
    public static async Task<CentreContent> ReadAsync(FileInfo file, CancellationToken token)
    {
        using var text = new StreamReader(PlainFile.Open(file));
        try
        {
            return Read(await text.ReadToEndAsync(token), file);
        }
        catch (Exception problem) when (problem is YamlException or JsonException)
        {
            throw new StartRefusedException(
                $"{file} cannot be read: {problem.Message}", "Maybe compare it with samples/first-hour/centre.yaml.",
                problem);
        }
    }

    /// <exception cref="StartRefusedException">The business unit has no zone, or none of the IANA database.</exception>
    public static CentreGround GroundOf(CentreContent content, CentreClient client)
    {
        var zone = (string?)content.Organization["business-units"]![0]!["zone"];
        return new CentreGround(
            content, client, client, SampleFile.Folder, TimeZones.Find(zone ?? "").OrRefuse(), TimeProvider.System)
        {
            Advice = "Maybe look at docs/first-hour.md.",
            LooksBack = false,
        };
    }

    private static CentreContent Read(string yaml, FileInfo file)
    {
        var read = YamlJson.Read(yaml) as JsonObject;
        if (read?[Organization] is not JsonObject organization || !HasOne(organization, "business-units")
            || !HasOne(organization, "tenants"))
        {
            throw new StartRefusedException(
                $"{file} has no \"{Organization}\" with a tenant and a business unit.",
                "Maybe compare it with samples/first-hour/centre.yaml.");
        }

        RequireNames(organization, file);
        foreach (var name in Drawn)
        {
            read[name] = new JsonArray();
        }

        read["terms"] ??= new JsonArray();
        read["adherence"] ??= new JsonObject { ["mappings"] = new JsonArray(), ["categories"] = new JsonArray() };
        read["units"] = UnitsOf(organization);
        read["seed"] = 1;
        read["build"] = new JsonObject { ["weeks"] = 1, ["seconds"] = 1 };
        return read.Deserialize<CentreContent>(ApiJson.Options)!;
    }

    // Before anything is made of it.
    private static void RequireNames(JsonObject organization, FileInfo file)
    {
        foreach (var (kind, list) in organization)
        {
            if (list is not JsonArray items || items.Any(item => item is not JsonObject one || !IsText(one["name"])
                || (one.ContainsKey("zone") && !IsText(one["zone"]))))
            {
                throw new StartRefusedException(
                    $"{file}: {Organization}, {kind} is no list of items that have a name each, and a zone as text.",
                    "Maybe compare it with samples/first-hour/centre.yaml.");
            }
        }
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool HasOne(JsonObject organization, string kind) =>
        organization[kind] is JsonArray { Count: 1 } list && list[0] is JsonObject item && item["name"] is not null;

    private static JsonArray UnitsOf(JsonObject organization) =>
        new([.. (organization["management-units"] as JsonArray ?? []).Select(unit => new JsonObject
        {
            ["name"] = unit?["name"]?.DeepClone(),
            ["first_number"] = 1,
            ["teams"] = new JsonArray(),
            ["crew"] = new JsonArray(),
        })]);
}
