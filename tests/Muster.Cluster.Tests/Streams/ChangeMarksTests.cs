using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Streams;

public sealed class ChangeMarksTests
{
    private static readonly ChangeMarks Begun = ChangeMarks.From(new ScopePosition(1, 10));

    [Fact]
    public void What_did_not_change_since_changed_before_they_were_begun()
    {
        Assert.Equal(new ScopePosition(1, 10), Begun.ChangedAt("user", "x"));
        Assert.Null(Begun.VersionOf("user", "x"));
    }

    [Fact]
    public void A_change_is_marked_with_where_it_was_made()
    {
        var marks = Begun.With(Changed(11, "x"));
        Assert.Equal(new ScopePosition(1, 11), marks.ChangedAt("user", "x"));
        Assert.Equal(3, marks.VersionOf("user", "x"));
    }

    [Fact]
    public void Only_what_changed_is_marked() =>
        Assert.Equal(new ScopePosition(1, 10), Begun.With(Changed(11, "x")).ChangedAt("user", "y"));

    [Fact]
    public void The_same_id_of_another_kind_is_another_entity() =>
        Assert.Equal(new ScopePosition(1, 10), Begun.With(Changed(11, "x")).ChangedAt("role", "x"));

    [Fact]
    public void Too_many_marks_count_everything_as_changed()
    {
        var full = Begun.With(Changed(50_010, [.. Enumerable.Range(0, 50_000).Select(id => $"id{id}")]));
        Assert.Equal(new ScopePosition(1, 10), full.ChangedAt("user", "y"));
        Assert.Equal(new ScopePosition(1, 50_011), full.With(Changed(50_011, "x")).ChangedAt("user", "y"));
    }

    [Fact]
    public void What_is_carried_forward_is_of_one_lineage_and_what_is_read_anew_of_another()
    {
        var next = Begun.With(Changed(11, "x"));
        var dropped = next.With(Changed(50_011, [.. Enumerable.Range(0, 50_000).Select(id => $"id{id}")]));
        Assert.Same(Begun.Lineage, next.Lineage);
        Assert.Same(Begun.Lineage, dropped.Lineage);
        Assert.NotSame(Begun.Lineage, ChangeMarks.From(new ScopePosition(1, 10)).Lineage);
    }

    private static ScopeDelta Changed(long version, params string[] ids) => new(
        new ScopePosition(1, version), [.. ids.Select(id => new Change("user", id, 3, ChangeOperation.Put))]);
}
