using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>Ids in JSON: the UUID alone.</summary>
public sealed class ItemIdConverter<TId> : JsonConverter<TId>
    where TId : struct, IItemId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id)
            ? TId.Of(id)
            : throw new WrongValueException("must be an id: a UUID.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
