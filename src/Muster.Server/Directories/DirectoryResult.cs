using Muster.Storage.Directories;

namespace Muster.Server.Directories;

/// <param name="Before">As it was; null when it was never there.</param>
/// <param name="After">As it is; null when it was refused.</param>
public sealed record DirectoryResult(
    DirectoryItem Item, DirectoryOutcome Outcome, DirectoryEntry? Before, DirectoryEntry? After);
