using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Api.Organization;

/// <summary>
/// Describes items: ids, zones and times of day are texts, and what may be sent is the item without what is not its
/// own.
/// </summary>
public sealed class ItemSchemas : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (FormatOf(Nullable.GetUnderlyingType(type) ?? type) is var (format, example))
        {
            schema.Type = JsonSchemaType.String;
            (schema.Format, schema.Examples) = (format, [example]);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(NewItem<>) || open == typeof(ItemChange<>)))
        {
            var item = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
            schema.Properties = item.Properties!
                .Where(property => !OrganizationJson.BesideFields.Contains(property.Key)).ToDictionary();
            schema.Required = open == typeof(ItemChange<>) ? null
                : item.Required?.Where(name => !OrganizationJson.BesideFields.Contains(name)).ToHashSet();
        }
    }

    private static (string? Format, string Example)? FormatOf(Type type) =>
        type == typeof(LocalTime) ? (null, "07:30")
        : type == typeof(DateTimeZone) ? (null, "Europe/Berlin")
        : type.GetInterfaces().Any(has => has.IsGenericType && has.GetGenericTypeDefinition() == typeof(IItemId<>))
            ? ("uuid", "01980000-0000-7000-8000-000000000001")
        : null;
}
