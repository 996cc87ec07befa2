using FsCheck;
using FsCheck.Fluent;
using Muster.Cluster.Mesh;

namespace Muster.Cluster.Tests.Mesh;

public sealed class SeenWindowTests
{
    // Steps between messages: mostly in order, now and then far ahead or behind.
    private static readonly Gen<int[]> Steps = Gen.ArrayOf(Gen.Frequency(
        (8, Gen.Choose(-3, 4)), (2, Gen.Choose(-1_500, 1_500)), (1, Gen.Choose(-5_000, 5_000))));

    [Fact]
    public void It_knows_what_a_set_knows_within_its_width() =>
        Prop.ForAll(Steps.ToArbitrary(), AgreesWithASet).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void What_lies_below_the_window_counts_as_seen()
    {
        var window = new SeenWindow();
        window.TryAdd(5_000);
        Assert.False(window.TryAdd(5_000 - SeenWindow.Width));
        Assert.True(window.TryAdd(5_001 - SeenWindow.Width));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void What_no_node_would_send_counts_as_seen(long seq) => Assert.False(new SeenWindow().TryAdd(seq));

    private static bool AgreesWithASet(int[] steps)
    {
        var (window, set) = (new SeenWindow(), new HashSet<long>());
        var (seq, highest) = (1L, 0L);
        foreach (var step in steps)
        {
            seq = Math.Max(1, seq + step);
            var isNew = seq > highest - SeenWindow.Width && set.Add(seq);
            highest = Math.Max(highest, seq);
            if (window.TryAdd(seq) != isNew)
            {
                return false;
            }
        }

        return true;
    }
}
