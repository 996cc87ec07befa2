using Muster.Domain.Synchronization;

namespace Muster.Domain.Tests.Synchronization;

public sealed class BrakeTests
{
    [Theory]
    [InlineData(5, 10, false)]
    [InlineData(6, 10, true)]
    [InlineData(20, 1000, false)]
    [InlineData(21, 1000, true)]
    [InlineData(50, 100_000, false)]
    [InlineData(51, 100_000, true)]
    public void A_run_stops_where_it_would_end_too_many_but_not_for_a_handful(int ended, int present, bool holds) =>
        Assert.Equal(holds, new Brake().Holds(ended, present));
}
