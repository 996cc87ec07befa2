using FsCheck;
using FsCheck.Fluent;
using Muster.Cluster.Mesh;

namespace Muster.Cluster.Tests.Mesh;

public sealed class SeenFramesTests
{
    private readonly SeenFrames _seen = new();

    [Fact]
    public void A_message_is_new_once()
    {
        Assert.True(_seen.TryAdd(new NodeId("a", 1), 1));
        Assert.False(_seen.TryAdd(new NodeId("a", 1), 1));
    }

    [Fact]
    public void A_restarted_node_begins_anew()
    {
        _seen.TryAdd(new NodeId("a", 1), 1);
        Assert.True(_seen.TryAdd(new NodeId("a", 2), 1));
    }

    [Fact]
    public void Late_messages_of_the_life_before_count_as_seen()
    {
        _seen.TryAdd(new NodeId("a", 2), 1);
        Assert.False(_seen.TryAdd(new NodeId("a", 1), 9));
    }

    [Fact]
    public void Its_memory_grows_with_names_alone()
    {
        for (var incarnation = 1; incarnation <= 1_000; incarnation++)
        {
            _seen.TryAdd(new NodeId("a", incarnation), incarnation);
        }

        Assert.Equal(1, _seen.Count);
    }

    [Fact]
    public void It_knows_what_a_set_knows() => Prop.ForAll(
        Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 2), Gen.Zip(Gen.Choose(1, 3), Gen.Choose(1, 40)))).ToArbitrary(),
        AgreesWithASet).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static bool AgreesWithASet((int Name, (int Incarnation, int Seq) Message)[] messages)
    {
        var (seen, set, newest) = (new SeenFrames(), new HashSet<(int, int, int)>(), new int[3]);
        foreach (var (name, (incarnation, seq)) in messages)
        {
            var isNew = incarnation >= newest[name] && set.Add((name, incarnation, seq));
            newest[name] = Math.Max(newest[name], incarnation);
            if (seen.TryAdd(new NodeId($"{name}", incarnation), seq) != isNew)
            {
                return false;
            }
        }

        return true;
    }
}
