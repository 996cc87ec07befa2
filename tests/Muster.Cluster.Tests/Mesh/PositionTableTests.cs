using FsCheck;
using FsCheck.Fluent;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Mesh;

public sealed class PositionTableTests
{
    [Fact]
    public void An_empty_table_has_no_hash() => Assert.Equal(0UL, new PositionTable().Hash);

    [Fact]
    public void What_is_there_already_is_no_news()
    {
        var table = new PositionTable();
        Assert.True(table.Set(new ScopeName("x"), new ScopePosition(1, 1)));
        Assert.False(table.Set(new ScopeName("x"), new ScopePosition(1, 1)));
    }

    [Theory]
    [InlineData("y", 1, 1)]
    [InlineData("x", 2, 1)]
    [InlineData("x", 1, 2)]
    public void Scope_timeline_and_version_all_count(string scope, int timeline, long version)
    {
        var (one, other) = (new PositionTable(), new PositionTable());
        one.Set(new ScopeName("x"), new ScopePosition(1, 1));
        other.Set(new ScopeName(scope), new ScopePosition(timeline, version));
        Assert.NotEqual(one.Hash, other.Hash);
    }

    // Two nodes of different builds compare their hashes: it must never change.
    [Fact]
    public void The_hash_is_the_same_in_every_build()
    {
        var table = new PositionTable();
        table.Set(new ScopeName("people"), new ScopePosition(3, 41));
        Assert.Equal(Expected, table.Hash);
    }

    [Fact]
    public void The_hash_depends_on_what_is_in_it_alone() => Prop.ForAll(
        Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 4), Gen.Choose(1, 9))).ToArbitrary(),
        settings => HashOf(settings) == HashOf(Last(settings)))
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private const ulong Expected = 7_833_606_166_363_584_147;

    private static (int Scope, int Version)[] Last((int Scope, int Version)[] settings) =>
        [.. settings.Reverse().DistinctBy(setting => setting.Scope)];

    private static ulong HashOf((int Scope, int Version)[] settings)
    {
        var table = new PositionTable();
        foreach (var (scope, version) in settings)
        {
            table.Set(new ScopeName($"{scope}"), new ScopePosition(1, version));
        }

        return table.Hash;
    }
}
