using System.Text.Json;

namespace Muster.Server.Api.Identity;

/// <summary>What a page remembers: any JSON, null when it remembers nothing.</summary>
public sealed record PreferenceBody(JsonElement? Value);
