using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Tests.Ranges;

public sealed class ScenariosTests
{
    private static readonly Muster.Forecasting.Results.Forecast Forecast =
        Asked.Forecast(Histories.Weeks(20, noise: 0.2));

    [Fact]
    public void The_same_seed_draws_the_same()
    {
        var (one, same, other) = (Draw(5), Draw(5), Draw(6));
        Assert.Equal(one[3].DayFactors, same[3].DayFactors);
        Assert.Equal(one[3].Volumes[2], same[3].Volumes[2]);
        Assert.NotEqual(one[3].DayFactors, other[3].DayFactors);
    }

    [Fact]
    public void Their_mean_is_the_forecast_and_their_spread_that_of_the_rehearsals()
    {
        var scenarios = Draw(1, 400);
        var mean = scenarios.Average(scenario => scenario.Volumes.Sum(day => day.Sum()));
        Assert.Equal(1, mean / Forecast.Total, 0.03);
        var factors = scenarios.SelectMany(scenario => scenario.DayFactors).ToArray();
        var variance = factors.Average(factor => (factor - 1) * (factor - 1));
        Assert.Equal(1, variance / Forecast.Accuracy[0].Variation.DayVariance, 0.25);
        Assert.All(scenarios[0].Volumes.SelectMany(day => day), volume => Assert.Equal(Math.Round(volume), volume));
    }

    [Fact]
    public void Whole_days_move_together()
    {
        var pairs = Draw(1, 300).Select(scenario => (
            Morning: scenario.Volumes[1][16..26].Sum(), Evening: scenario.Volumes[1][26..36].Sum())).ToArray();
        var (morning, evening) = (pairs.Average(p => p.Morning), pairs.Average(p => p.Evening));
        var together = pairs.Average(p => (p.Morning - morning) * (p.Evening - evening));
        Assert.True(together > 0.3 * pairs.Average(p => (p.Morning - morning) * (p.Morning - morning)));
    }

    private static IReadOnlyList<Scenario> Draw(int seed, int count = 5) => Scenarios.Draw(Forecast, count, seed);
}
