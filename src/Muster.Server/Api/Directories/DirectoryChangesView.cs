namespace Muster.Server.Api.Directories;

/// <summary>Changes after a cursor, in the order in which they were committed.</summary>
/// <param name="Next">The cursor after them; the same when there were none.</param>
/// <param name="More">Whether there are more already.</param>
public sealed record DirectoryChangesView(IReadOnlyList<DirectoryEntryView> Changes, string Next, bool More);
