using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Muster.Domain.Sources;

/// <summary>
/// A source object in its written form: <c>{"kind", "external_id", "version", "at", "content"}</c>. Its content is
/// written by <see cref="SourceJson"/>, and is null when the object is gone.
/// </summary>
public static class SourceObjectJson
{
    /// <summary>Writes an object whose content is JSON already.</summary>
    /// <param name="content">As <see cref="SourceJson.Write"/> writes it; null when the object is gone.</param>
    public static void Write(Utf8JsonWriter writer, SourceObject head, string? content)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", SourceJson.Name(head.Kind));
        writer.WriteString("external_id", head.ExternalId);
        if (head.Version is { } version)
        {
            writer.WriteNumber("version", version);
        }

        if (head.At is { } at)
        {
            writer.WriteString("at", at);
        }

        writer.WritePropertyName("content");
        if (content is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(content, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    public static string Write(SourceObject head, string? content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, head, content);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Write(SourceObject whole) =>
        Write(whole, whole.Content is { } content ? SourceJson.Write(content) : null);

    /// <summary>The object, or why the row is none; never an exception.</summary>
    /// <param name="place">Where the row stands, for whoever looks for it.</param>
    public static SourceRow Read(JsonElement row, string place)
    {
        var kind = Text(row, "kind") is { } name ? SourceJson.Kind(name) : null;
        var id = Text(row, "external_id");
        RejectedRow Rejected(string field, string reason) => new(kind, id, place, field, reason);
        return row.ValueKind != JsonValueKind.Object ? Rejected("", "This is not a JSON object.")
            : kind is null
                ? Rejected("kind", $"\"{Text(row, "kind")}\" is no kind. Maybe the directory is newer than this node.")
            : string.IsNullOrEmpty(id) ? Rejected("external_id", "It is missing.")
            : !row.TryGetProperty("content", out var content)
                ? Rejected("content", "It is missing. An object that is gone has null.")
            : content.ValueKind == JsonValueKind.Null ? new SourceObject(kind.Value, id, Version(row), At(row), null)
            : ReadContent(kind.Value, content, Rejected) is var (read, rejected) && rejected is not null ? rejected
            : new SourceObject(kind.Value, id, Version(row), At(row), read);
    }

    private static (SourceContent? Read, RejectedRow? Rejected) ReadContent(
        ObjectKind kind, JsonElement content, Func<string, string, RejectedRow> rejected)
    {
        try
        {
            return (SourceJson.Read(kind, content), null);
        }
        catch (JsonException fault)
        {
            return (null, rejected($"content{fault.Path?.TrimStart('$')}", fault.Message));
        }
    }

    private static string? Text(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static long? Version(JsonElement row) =>
        row.TryGetProperty("version", out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var version)
            ? version
            : null;

    private static DateTimeOffset? At(JsonElement row) =>
        row.TryGetProperty("at", out var value) && value.ValueKind == JsonValueKind.String
            && value.TryGetDateTimeOffset(out var at)
            ? at
            : null;
}
