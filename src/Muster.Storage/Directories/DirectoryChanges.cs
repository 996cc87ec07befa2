using Muster.Cluster.Streams;

namespace Muster.Storage.Directories;

/// <summary>What the change log says after a position: a part of it, or why it cannot be told.</summary>
/// <param name="Written">Objects in their written form, in commit order.</param>
/// <param name="Next">The position after them.</param>
/// <param name="HasMore">Whether there are more already.</param>
/// <param name="Refused">Why nothing can be told from that position on; null when it can.</param>
public sealed record DirectoryChanges(
    IReadOnlyList<string> Written, ScopePosition Next, bool HasMore, string? Refused = null);
