using System.Text.Json;

namespace Muster.Server.Api.Directories;

/// <summary>Objects to write, each at most once.</summary>
/// <param name="Items">
/// Each <c>{"external_id": "p1", "content": {...}}</c> or <c>{"external_id": "p1", "remove": true}</c>; with
/// <c>"version": 7</c> only if that is its version.
/// </param>
public sealed record DirectoryBulkBody(IReadOnlyList<JsonElement> Items);
