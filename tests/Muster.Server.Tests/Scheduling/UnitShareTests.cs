using Muster.Server.Scheduling;

namespace Muster.Server.Tests.Scheduling;

public sealed class UnitShareTests
{
    [Theory]
    [InlineData(1.0, 2.0, 7.0)]
    [InlineData(0.1, 0.2, 0.7)]
    [InlineData(3.0, 0.0, 4.0, 11.0, 13.0)]
    [InlineData(0.0, 0.0)]
    public void The_shares_of_all_units_add_up_to_the_whole(params double[] capacities)
    {
        var shares = capacities.Index().Select(unit => UnitShare.Of(capacities, unit.Index)).ToList();

        Assert.All(Enumerable.Range(0, 1_000), need => Assert.Equal(need, shares.Sum(share => share.Of(need))));
    }
}
