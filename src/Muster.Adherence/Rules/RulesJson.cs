using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Domain.Time;

namespace Muster.Adherence.Rules;

/// <summary>The written form of adherence rules, in the database and in requests. Names are in snake case.</summary>
public static class RulesJson
{
    // As stored: a newer program may have written fields that this one does not know.
    private static readonly JsonSerializerOptions Stored = Make(JsonUnmappedMemberHandling.Skip);

    // As asked for: what is not known is refused.
    private static readonly JsonSerializerOptions Asked = Make(JsonUnmappedMemberHandling.Disallow);

    public static string Write(AdherenceRules rules) => JsonSerializer.Serialize(rules, Stored);

    /// <summary>Rules as they are stored.</summary>
    public static AdherenceRules Read(string text) => JsonSerializer.Deserialize<AdherenceRules>(text, Stored)
        ?? throw new JsonException("null is no adherence rules.");

    /// <summary>Rules that somebody sent. They may still be refused by <see cref="AdherenceRules.Check"/>.</summary>
    /// <exception cref="JsonException">They do not have the form; the message says where.</exception>
    public static AdherenceRules Parse(JsonElement rules) => rules.ValueKind == JsonValueKind.Object
        ? Whole(rules.Deserialize<AdherenceRules>(Asked)!)
        : throw new JsonException("Adherence rules are an object.");

    private static AdherenceRules Whole(AdherenceRules rules)
    {
        RefuseNull("mappings", rules.Mappings);
        RefuseNull("categories", rules.Categories);
        RefuseNull("activities", rules.Activities);
        return rules;
    }

    private static void RefuseNull(string field, IEnumerable<object?> list)
    {
        if (list.Contains(null))
        {
            throw new JsonException($"{field} must not contain null.\nMaybe leave the entry out.");
        }
    }

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unknown)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = unknown,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        };
        TimeJson.AddTo(options);
        return options;
    }
}
