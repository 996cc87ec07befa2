namespace Muster.Server.Api;

/// <summary>A part of a list.</summary>
/// <param name="NextCursor">Where the next part begins; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor = null);
