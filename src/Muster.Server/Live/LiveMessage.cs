using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Server.Api.Json;

namespace Muster.Server.Live;

/// <summary>What a client is sent over the live socket. What a message does not need is left out of it.</summary>
/// <param name="Type">"beat", "page" or "refused".</param>
/// <param name="Node">Of a beat: who answers.</param>
/// <param name="Current">Of a beat: whether that node may serve what it holds as current.</param>
/// <param name="Whole">Of a page: <see cref="LivePage.IsWhole"/>.</param>
/// <param name="Reason">Of a refusal: why the topic is not followed, for people.</param>
internal sealed record LiveMessage(
    string Type,
    string? Node = null,
    bool? Current = null,
    string? Topic = null,
    string? Cursor = null,
    bool? Whole = null,
    object? Data = null,
    string? Reason = null)
{
    private static readonly JsonSerializerOptions Terse =
        new(ApiJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static LiveMessage Beat(string node, bool isCurrent) => new("beat", Node: node, Current: isCurrent);

    public static LiveMessage Page(string topic, LivePage page) => new(
        "page", Topic: topic, Cursor: page.Cursor, Whole: page.IsWhole, Data: page.Data);

    public static LiveMessage Refused(string? topic, string reason) => new("refused", Topic: topic, Reason: reason);

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Terse);
}
