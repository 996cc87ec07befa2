using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Muster.Domain.Time;

namespace Muster.Domain.Organization;

/// <summary>
/// The one written form of an item's fields: in the database, in requests, in answers. Id, version and removal are not
/// fields: they are never taken from there.
/// </summary>
public static class OrganizationJson
{
    /// <summary>The names of what an item is beside its fields.</summary>
    public static readonly IReadOnlyList<string> BesideFields = ["id", "version", "removed_at"];

    // As stored: a newer program may have written fields that this one does not know.
    private static readonly JsonSerializerOptions Stored = Make(JsonUnmappedMemberHandling.Skip);

    // As asked for: what is not known is refused.
    private static readonly JsonSerializerOptions Asked = Make(JsonUnmappedMemberHandling.Disallow);

    public static string Write(OrganizationItem item) => JsonSerializer.Serialize(item, item.GetType(), Stored);

    /// <summary>An item from its stored fields.</summary>
    public static OrganizationItem Read(OrganizationKind kind, string fields) =>
        (OrganizationItem)JsonSerializer.Deserialize(fields, kind.Type, Stored)!;

    /// <summary>An item from fields that somebody sent.</summary>
    /// <exception cref="JsonException">They do not have the form of that kind; the message says where.</exception>
    public static OrganizationItem Parse(OrganizationKind kind, JsonElement fields) =>
        fields.ValueKind == JsonValueKind.Object
            ? (OrganizationItem)fields.Deserialize(kind.Type, Asked)!
            : throw new JsonException($"{kind.Indefinite} is an object.");

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unknown) => Add(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = unknown,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    });

    private static JsonSerializerOptions Add(JsonSerializerOptions options)
    {
        TimeJson.AddTo(options);
        return options;
    }

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type.IsAssignableTo(typeof(OrganizationItem)))
        {
            foreach (var property in type.Properties.Where(property => BesideFields.Contains(property.Name)).ToList())
            {
                type.Properties.Remove(property);
            }
        }
    }
}
