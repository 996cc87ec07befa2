using Muster.Domain.Outcomes;
using Muster.Server.Api.Intraday;
using Muster.Server.Intraday;

namespace Muster.Server.Tests.Intraday;

/// <summary>What is told without names, and what is refused.</summary>
public sealed class IntradayAskTests
{
    [Fact]
    public void Whoever_may_not_know_the_names_of_queues_is_told_how_many_they_are()
    {
        Assert.Empty(UnmappedQueue.Count([]));
        Assert.StartsWith(
            "Sources tell of 2 queues that are in no planning group.",
            Assert.Single(UnmappedQueue.Count([new("a", "acd", 1), new("b", "acd", 1)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9999, true)]
    [InlineData(1999, true)]
    [InlineData(2000, false)]
    [InlineData(2100, false)]
    public void A_date_that_nobody_plans_is_refused(int year, bool isRefused)
    {
        var refusal = new IntradayDayQuery(Guid.Empty, Date: new DateOnly(year, 12, 31)).Refusal;

        Assert.Equal(isRefused ? "date" : null, (refusal as Refusal.Invalid)?.Errors[0].Field);
    }
}
