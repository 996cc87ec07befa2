using System.Buffers;
using System.Text.Json;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;

namespace Muster.Server.Organization;

/// <summary>Makes items from the JSON of requests.</summary>
public static class ItemFields
{
    public static Outcome<OrganizationItem> New(OrganizationKind kind, JsonElement fields)
    {
        if (Check(fields) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return OrganizationJson.Parse(kind, fields);
        }
        catch (JsonException fault)
        {
            return new Refusal.Invalid(JsonFault.Describe(fault));
        }
    }

    /// <summary>The item with some fields replaced; a list or an object is replaced as a whole.</summary>
    public static Outcome<OrganizationItem> Change(OrganizationItem item, JsonElement fields)
    {
        if (Check(fields) is { } refusal)
        {
            return refusal;
        }

        var changed = New(OrganizationKinds.Of(item), Merge(JsonElement.Parse(OrganizationJson.Write(item)), fields));
        return changed.Then(fresh => fresh.WithKey(item.Key()) with
        {
            Version = item.Version,
            RemovedAt = item.RemovedAt,
        });
    }

    private static Refusal.Invalid? Check(JsonElement fields) =>
        fields.ValueKind != JsonValueKind.Object ? new Refusal.Invalid("body", "must be a JSON object.")
        : !StorableJson.Is(fields) ? new Refusal.Invalid(
            "body", "must not contain the character U+0000, broken Unicode or numbers beyond a double.")
        : NullInList(fields, "") is { } place ? new Refusal.Invalid(place, "must not be null.")
        : null;

    // The reader checks that fields are not null, but not what lists hold.
    private static string? NullInList(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .Select(field => NullInList(field.Value, place.Length == 0 ? field.Name : $"{place}.{field.Name}"))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array => value.EnumerateArray()
            .Select((element, index) => element.ValueKind == JsonValueKind.Null
                ? $"{place}[{index}]"
                : NullInList(element, $"{place}[{index}]"))
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static JsonElement Merge(JsonElement item, JsonElement fields)
    {
        var merged = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(merged))
        {
            writer.WriteStartObject();
            foreach (var kept in item.EnumerateObject().Where(field => !fields.TryGetProperty(field.Name, out _)))
            {
                kept.WriteTo(writer);
            }

            foreach (var given in fields.EnumerateObject())
            {
                given.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(merged.WrittenSpan);
    }
}
