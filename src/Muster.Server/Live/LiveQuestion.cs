using Muster.Domain.Identity;

namespace Muster.Server.Live;

/// <summary>What a follower of a topic asks.</summary>
/// <param name="Part">What stands after the topic's slash; empty for none.</param>
/// <param name="Cursor">Of the last page that it has; null for the beginning. It comes from outside.</param>
public readonly record struct LiveQuestion(string Part, string? Cursor, Caller Caller);
