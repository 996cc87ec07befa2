using Muster.Forecasting.Models;

namespace Muster.Forecasting.Tests.Models;

public sealed class DayFactorsTests
{
    [Fact]
    public void Profiles_are_orthonormal_and_make_up_the_days()
    {
        var factors = Known.Of(Histories.Weeks(20)).Factors;
        for (var one = 0; one < DayFactors.Most; one++)
        {
            for (var other = 0; other < DayFactors.Most; other++)
            {
                var dot = Vectors.Dot(factors.Profiles[one], factors.Profiles[other]);
                Assert.Equal(one == other ? 1 : 0, dot, 1e-6);
            }
        }

        var rebuilt = new double[factors.Roots[5].Length];
        for (var k = 0; k < DayFactors.Most; k++)
        {
            Vectors.Add(rebuilt, factors.Scores[5][k], factors.Profiles[k]);
        }

        Assert.All(rebuilt.Zip(factors.Roots[5]), pair => Assert.Equal(pair.Second, pair.First, 0.05));
    }

    [Fact]
    public void A_day_of_one_interval_has_one_profile()
    {
        var rows = Histories.Days(Histories.Monday, 30).Select(date => Histories.DayRows(date, 1).First());
        var factors = Known.Of(Histories.Of(rows, new() { Minutes = 30 })).Factors;
        Assert.Single(factors.Profiles);
    }
}
