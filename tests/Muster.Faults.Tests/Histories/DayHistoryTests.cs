namespace Muster.Faults.Tests.Histories;

/// <summary>The judge itself, with histories that are bad.</summary>
public sealed class DayHistoryTests
{
    [Fact]
    public void What_was_done_once_in_order_and_shown_as_it_was_is_right() => Assert.Empty(Faults(
        [Chain((1, [5]), (2, [5, 6]), (3, [])), Chain((3, [5, 6]))],
        [new(0, 5, 1, 10), new(0, 6, 2, 20), new(0, null, null, null)],
        [new("a", 0, 15, 1, Marks(5)), new("b", 0, 25, 2, Marks(5, 6)), new("a", 0, 12, 2, Marks(5, 6))]));

    [Fact]
    public void A_lost_update_is_found() => Assert.StartsWith("Version 2 should add 6", Assert.Single(Faults(
        [Chain((1, [5]), (2, [6])), Chain()], [new(0, 5, 1, null), new(0, 6, 2, null)], [])));

    [Fact]
    public void A_write_done_twice_is_found() => Assert.StartsWith("Nobody has asked", Assert.Single(Faults(
        [Chain((1, [5]), (2, [5])), Chain()], [new(0, 5, 1, null)], [])));

    [Fact]
    public void A_swap_that_moves_one_only_is_found() => Assert.Equal(
        "Version 2 should swap, and does not.", Assert.Single(Faults(
            [Chain((1, [5])), Chain((2, [5]))], [new(0, 5, 1, null), new(0, null, 2, null)], [])));

    [Fact]
    public void A_read_older_than_a_receipt_is_found() => Assert.Equal(
        "b showed version 1 after 2 was applied everywhere.", Assert.Single(Faults(
            [Chain((1, [5]), (2, [5, 6])), Chain()], [new(0, 5, 1, 10), new(0, 6, 2, 20)],
            [new("b", 0, 21, 1, Marks(5))])));

    [Fact]
    public void A_read_that_mixes_two_versions_is_found() => Assert.Equal(
        "a showed {6} as version 2, which is {5 6}.", Assert.Single(Faults(
            [Chain((1, [5]), (2, [5, 6])), Chain()], [new(0, 5, 1, 10), new(0, 6, 2, 20)],
            [new("a", 0, 21, 2, Marks(6))])));

    [Fact]
    public void A_write_without_an_answer_may_have_been_done()
    {
        IReadOnlyList<DayWrite> writes = [new(0, 5, null, null)];

        Assert.Empty(Faults([Chain((1, [5])), Chain()], writes, []));
        Assert.Empty(Faults([Chain(), Chain()], writes, []));
    }

    private static IReadOnlyList<string> Faults(
        IReadOnlyList<IReadOnlyList<(long, IReadOnlySet<int>)>> chains, IReadOnlyList<DayWrite> writes,
        IReadOnlyList<DayRead> reads) => new DayHistory(chains).Faults(writes, reads);

    private static List<(long, IReadOnlySet<int>)> Chain(params (long Version, int[] Marks)[] steps) =>
        [.. steps.OrderBy(step => step.Version).Select(step => (step.Version, Marks(step.Marks)))];

    private static HashSet<int> Marks(params int[] marks) => marks.ToHashSet();
}
