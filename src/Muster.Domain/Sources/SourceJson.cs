using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Muster.Domain.Sources;

/// <summary>The one written form of source objects: in the directory's API and feed, and in Muster.</summary>
public static class SourceJson
{
    private static readonly Dictionary<ObjectKind, Type> Contents = new()
    {
        [ObjectKind.Tenant] = typeof(SourceTenant),
        [ObjectKind.TimeZone] = typeof(SourceTimeZone),
        [ObjectKind.Switch] = typeof(SourceSwitch),
        [ObjectKind.Skill] = typeof(SourceSkill),
        [ObjectKind.Site] = typeof(SourceSite),
        [ObjectKind.Person] = typeof(SourcePerson),
    };

    /// <summary>Snake case; unknown members are refused, missing ones named.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new DateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Name(ObjectKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of that name; null when there is none.</summary>
    public static ObjectKind? Kind(string name) =>
        Contents.Keys.Where(kind => Name(kind) == name).Select(kind => (ObjectKind?)kind).FirstOrDefault();

    public static string Write(SourceContent content) =>
        JsonSerializer.Serialize(content, content.GetType(), Options);

    /// <summary>Whether both say the same; null is what is gone.</summary>
    public static bool AreAlike(SourceContent? one, SourceContent? other) =>
        one is null || other is null ? one is null && other is null : Write(one) == Write(other);

    /// <summary>The members that differ, by name; null has none.</summary>
    public static IReadOnlyList<string> Differences(SourceContent? one, SourceContent? other)
    {
        var (left, right) = (Members(one), Members(other));
        return [.. left.Keys.Union(right.Keys)
            .Where(name => left.GetValueOrDefault(name) != right.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal)];
    }

    /// <exception cref="JsonException">It does not have the form of that kind; the message says where.</exception>
    public static SourceContent Read(ObjectKind kind, string json) =>
        (SourceContent?)JsonSerializer.Deserialize(json, Contents[kind], Options)
            ?? throw new JsonException($"null is no {Name(kind)}.");

    /// <inheritdoc cref="Read(ObjectKind, string)"/>
    public static SourceContent Read(ObjectKind kind, JsonElement json) =>
        (SourceContent?)json.Deserialize(Contents[kind], Options)
            ?? throw new JsonException($"null is no {Name(kind)}.");

    private static Dictionary<string, string> Members(SourceContent? content) => content is null ? [] :
        JsonSerializer.SerializeToElement(content, content.GetType(), Options).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetRawText());

    /// <summary>Dates as "2026-03-29".</summary>
    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } parsed
                ? parsed.Value
                : throw new JsonException("A date is written as 2026-03-29.");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
