namespace Muster.Server.Live;

/// <summary>What a client sends over the live socket: one of the two.</summary>
/// <param name="Subscribe">A topic that is to be followed, from now on or from its cursor.</param>
/// <param name="Unsubscribe">A topic that is not to be followed any more.</param>
internal sealed record LiveRequest(string? Subscribe = null, string? Cursor = null, string? Unsubscribe = null);
