using Muster.Cluster.Streams;

namespace Muster.Server.Live;

/// <summary>Something that has changed.</summary>
/// <param name="Entity">What kind of thing: "agent".</param>
public sealed record ChangedView(string Entity, string Id, long Version)
{
    /// <summary>Each thing once, as it was changed last.</summary>
    public static IReadOnlyList<ChangedView> Of(ScopeDelta delta) =>
        [.. delta.Changes.GroupBy(change => (change.Entity, change.Id))
            .Select(changes => new ChangedView(changes.Key.Entity, changes.Key.Id, changes.Last().EntityVersion))];
}
