using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Muster.Cluster.Mesh;

/// <summary>
/// Frames as UTF-8 JSON: {"kind": "event", "route": {...}, "body": {...}}. Fields that are not known are ignored, and
/// the body of a kind that is not known is kept as it came, so that nodes of different versions get along.
/// </summary>
public static class FrameCodec
{
    /// <summary>The most bytes that a frame may have.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Changes that take more are not sent along: whoever hears of the position pulls them.</summary>
    public const int MaxDeltaBytes = 32 * 1024;

    private static readonly Dictionary<string, Type> Kinds = new()
    {
        ["hello"] = typeof(FrameBody.Hello),
        ["event"] = typeof(FrameBody.Event),
        ["ack"] = typeof(FrameBody.Ack),
        ["summary"] = typeof(FrameBody.Summary),
        ["pull"] = typeof(FrameBody.Pull),
        ["push"] = typeof(FrameBody.Push),
        ["ping"] = typeof(FrameBody.Ping),
        ["pong"] = typeof(FrameBody.Pong),
        ["drain"] = typeof(FrameBody.Drain),
        ["probe"] = typeof(FrameBody.Probe),
        ["probed"] = typeof(FrameBody.Probed),
    };

    private static readonly Dictionary<Type, string> Names = Kinds.ToDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new ScopeNameConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void Write(Frame frame, IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("kind"u8, KindOf(frame.Body));
        if (frame.Route is not null)
        {
            json.WritePropertyName("route"u8);
            JsonSerializer.Serialize(json, frame.Route, Options);
        }

        json.WritePropertyName("body"u8);
        if (frame.Body is FrameBody.Unknown unknown)
        {
            json.WriteRawValue(unknown.Content.Span);
        }
        else
        {
            JsonSerializer.Serialize(json, frame.Body, frame.Body.GetType(), Options);
        }

        json.WriteEndObject();
    }

    /// <exception cref="JsonException">That is no frame.</exception>
    public static Frame Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return ReadFrame(bytes.Span);
        }
        catch (InvalidOperationException text)
        {
            throw new JsonException("A text in the frame is no UTF-8.", text);
        }
    }

    /// <summary>Whether changes are small enough to go along with an event.</summary>
    public static bool IsSmall(Streams.ScopeDelta delta) =>
        delta.Changes.Sum(change => 64 + change.Entity.Length + change.Id.Length + (change.Payload?.Length ?? 0))
            <= MaxDeltaBytes;

    private static Frame ReadFrame(ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A frame is an object.");
        }

        string? kind = null;
        FrameRoute? route = null;
        var body = 0..0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("kind"u8))
            {
                json.Read();
                kind = json.TokenType == JsonTokenType.String ? json.GetString() : null;
            }
            else if (json.ValueTextEquals("route"u8))
            {
                route = JsonSerializer.Deserialize<FrameRoute>(ref json, Options);
            }
            else
            {
                var isBody = json.ValueTextEquals("body"u8);
                var value = SkipValue(ref json);
                body = isBody ? value : body;
            }
        }

        json.Read(); // Nothing more may come.
        var frame = kind is null || body.Equals(0..0)
            ? throw new JsonException("A frame has a kind and a body.")
            : new Frame(ReadBody(kind, bytes[body]), route);
        return HasGaps(frame) ? throw new JsonException("A list in the frame has nothing in some place.") : frame;
    }

    private static Range SkipValue(ref Utf8JsonReader json)
    {
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return start..(int)json.BytesConsumed;
    }

    // The serializer sees to it that nothing is missing, but for what is in lists.
    private static bool HasGaps(Frame frame) =>
        frame.Route?.Reached.Any(name => name is null) == true
        || frame.Body is FrameBody.Event { Delta: { } delta } && delta.Changes.Any(change => change is null);

    private static FrameBody ReadBody(string kind, ReadOnlySpan<byte> body) => Kinds.TryGetValue(kind, out var type)
            ? (FrameBody?)JsonSerializer.Deserialize(body, type, Options)
                ?? throw new JsonException($"The body of {kind} is missing.")
        : Utf8.IsValid(body) ? new FrameBody.Unknown(kind, body.ToArray())
        : throw new JsonException($"A text in the body of {kind} is no UTF-8.");

    private static string KindOf(FrameBody body) =>
        body is FrameBody.Unknown unknown ? unknown.Kind : Names[body.GetType()];
}
