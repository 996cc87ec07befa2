using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>The name of a scope is a plain text, also where it is a key.</summary>
internal sealed class ScopeNameConverter : JsonConverter<ScopeName>
{
    public override ScopeName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A scope has a name."));

    public override void Write(Utf8JsonWriter writer, ScopeName value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override ScopeName ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, ScopeName value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
