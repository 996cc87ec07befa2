using System.Collections.Immutable;

namespace Muster.Cluster.Streams;

/// <summary>
/// What changed when in a scope: the content of those who cache single values and only need to know which of them have
/// become old. Immutable.
/// </summary>
public sealed class ChangeMarks
{
    /// <summary>In place of an id: whichever entity of that kind changed last.</summary>
    public const string Any = "*";

    // Past this, all marks are dropped and everything before counts as changed: bounded memory for a little reading.
    private const int Most = 50_000;

    private readonly ImmutableDictionary<(string Entity, string Id), ChangeMark> _marks;
    private readonly ScopePosition _floor;

    private ChangeMarks(
        object lineage, ScopePosition floor, ImmutableDictionary<(string Entity, string Id), ChangeMark> marks) =>
        (Lineage, _floor, _marks) = (lineage, floor, marks);

    /// <summary>
    /// The same for all that was carried forward from one reading of the scope. Positions of different ones cannot be
    /// compared: a database that has lost commits gives their numbers out again.
    /// </summary>
    public object Lineage { get; }

    /// <summary>Nothing is known of what changed before.</summary>
    public static ChangeMarks From(ScopePosition position) => Empty(new object(), position);

    /// <summary>When an entity last changed, at the latest.</summary>
    public ScopePosition ChangedAt(string entity, string id) =>
        _marks.TryGetValue((entity, id), out var mark) ? mark.At : _floor;

    /// <summary>The version that the last change gave it; null when it did not change since marks were begun.</summary>
    public long? VersionOf(string entity, string id) =>
        _marks.TryGetValue((entity, id), out var mark) ? mark.Version : null;

    public ChangeMarks With(ScopeDelta delta)
    {
        if (_marks.Count + delta.Changes.Count > Most)
        {
            return Empty(Lineage, delta.Position);
        }

        var marks = _marks.ToBuilder();
        foreach (var change in delta.Changes)
        {
            var mark = new ChangeMark(delta.Position, change.EntityVersion);
            marks[(change.Entity, change.Id)] = mark;
            marks[(change.Entity, Any)] = mark;
        }

        return new ChangeMarks(Lineage, _floor, marks.ToImmutable());
    }

    private static ChangeMarks Empty(object lineage, ScopePosition position) =>
        new(lineage, position, ImmutableDictionary<(string Entity, string Id), ChangeMark>.Empty);
}
