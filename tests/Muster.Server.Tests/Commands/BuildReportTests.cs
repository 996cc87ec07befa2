using Muster.Server.Commands;

namespace Muster.Server.Tests.Commands;

public sealed class BuildReportTests
{
    [Theory]
    [InlineData(120, 100, ", at most 20.0 % above what is possible")]
    [InlineData(297, 100, ", of which at least 34 % cannot be avoided")]
    public void A_bound_that_is_far_says_what_cannot_be_avoided_instead_of_how_far_it_is(
        long cost, long least, string words) =>
        Assert.Equal(words, BuildReport.MeasuredBy(cost, least));
}
