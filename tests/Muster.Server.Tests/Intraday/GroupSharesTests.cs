using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Tests.Intraday;

/// <summary>Whose agents are whose.</summary>
public sealed class GroupSharesTests
{
    private static readonly DayFrame Quarters = new(new LocalDate(2026, 6, 8), DateTimeZone.Utc, 15);

    [Fact]
    public void Who_serves_one_group_counts_there_for_the_part_of_the_interval()
    {
        var shares = GroupShares.Of([On([0], 0, 20)], Quarters.Intervals, Needs(5, 5));

        Assert.Equal([1, 1.0 / 3, 0], shares[0].Take(3));
        Assert.All(shares[1], share => Assert.Equal(0, share));
    }

    [Fact]
    public void Who_serves_two_is_shared_as_they_need_and_counts_once()
    {
        var shares = GroupShares.Of([On([0, 1], 0, 15), On([0, 1], 0, 15)], Quarters.Intervals, Needs(9, 3));

        Assert.Equal((1.5, 0.5), (shares[0][0], shares[1][0]));
    }

    [Fact]
    public void Where_nobody_is_needed_they_are_shared_evenly()
    {
        var shares = GroupShares.Of([On([0, 1], 0, 15)], Quarters.Intervals, Needs(0, 0));

        Assert.Equal((0.5, 0.5), (shares[0][0], shares[1][0]));
    }

    private static AgentPresence On(int[] groups, int from, int to) => new(
        groups,
        [new Interval(
            Quarters.Day.Start + Duration.FromMinutes(from), Quarters.Day.Start + Duration.FromMinutes(to))]);

    private static IReadOnlyList<IReadOnlyList<double>> Needs(params double[] needs) =>
        [.. needs.Select(need => Enumerable.Repeat(need, Quarters.Intervals.Count).ToArray())];
}
