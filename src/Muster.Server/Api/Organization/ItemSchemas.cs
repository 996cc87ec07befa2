using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Api.Organization;

/// <summary>
/// Describes items: ids, zones and times of day are texts; an answer has all of an item's fields; what may be sent is
/// the item without what is not its own.
/// </summary>
public sealed class ItemSchemas : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = type == typeof(DateTimeOffset) ? JsonSchemaType.String : Optional;
            schema.Format = "date-time";
        }
        else if (Nullable.GetUnderlyingType(type) is { IsEnum: true })
        {
            // The fields that may be null say so themselves; others share the schema.
            schema.Enum = [.. (schema.Enum ?? []).Where(name => name is not null && !name.IsJsonNullSentinel())];
        }
        else if (FormatOf(Nullable.GetUnderlyingType(type) ?? type) is var (format, example))
        {
            schema.Type = JsonSchemaType.String;
            (schema.Format, schema.Examples) = (format, [example]);
        }
        else if (type.IsAssignableTo(typeof(IEnumerable<LocalDate>)))
        {
            // To the framework a list of them is one of unknown things.
            schema.Items = await context.GetOrCreateSchemaAsync(typeof(LocalDate), null, cancellationToken);
        }
        else if (type == typeof(IsoDayOfWeek))
        {
            // Noda Time's word for no day, which no field takes.
            schema.Enum = [.. schema.Enum!.Where(day => day.GetValue<string>() != "none")];
        }
        else if (type.IsAssignableTo(typeof(OrganizationItem)))
        {
            schema.Required = schema.Properties!.Keys.ToHashSet();
        }
        else if (type.IsGenericType && Sent.Contains(type.GetGenericTypeDefinition()))
        {
            var item = type.GetGenericArguments()[0];
            var answered = await context.GetOrCreateSchemaAsync(item, null, cancellationToken);
            var isNew = type.GetGenericTypeDefinition() == typeof(NewItem<>);
            Describe(schema, answered, isNew ? RequiredOf(context.JsonTypeInfo.Options.GetTypeInfo(item)) : null);
        }
    }

    private const JsonSchemaType Optional = JsonSchemaType.String | JsonSchemaType.Null;

    private static readonly Type[] Sent = [typeof(NewItem<>), typeof(ItemChange<>)];

    private static void Describe(OpenApiSchema sent, OpenApiSchema answered, HashSet<string>? required)
    {
        sent.Description = answered.Description;
        sent.Required = required;
        sent.Properties = answered.Properties!
            .Where(property => !OrganizationJson.BesideFields.Contains(property.Key)).ToDictionary();
    }

    private static HashSet<string> RequiredOf(JsonTypeInfo item) =>
        [.. item.Properties.Where(property => property.IsRequired).Select(property => property.Name)];

    private static (string? Format, JsonNode Example)? FormatOf(Type type) =>
        type == typeof(LocalTime) ? (null, "07:30")
        : type == typeof(LocalDate) ? ("date", "2026-03-29")
        : type == typeof(DateTimeZone) ? (null, "Europe/Berlin")
        : type.GetInterfaces().Any(has => has.IsGenericType && has.GetGenericTypeDefinition() == typeof(IItemId<>))
            ? ("uuid", "01980000-0000-7000-8000-000000000001")
        : null;
}
