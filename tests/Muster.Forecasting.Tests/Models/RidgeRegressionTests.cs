using Muster.Forecasting.Models;

namespace Muster.Forecasting.Tests.Models;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void Without_penalty_it_finds_the_line()
    {
        var regression = new RidgeRegression([1e-9, 1e-9], 2);
        for (var x = 0; x < 5; x++)
        {
            regression.Add([1, x], [3 + 2 * x, -x], 1);
        }

        var solution = regression.Solve();
        Assert.Equal(3, solution[0][0], 1e-6);
        Assert.Equal(2, solution[0][1], 1e-6);
        Assert.Equal(-1, solution[1][1], 1e-6);
    }

    [Fact]
    public void A_penalty_counts_like_days_that_showed_nothing()
    {
        var regression = new RidgeRegression([1], 1);
        regression.Add([1], [6], 2);
        Assert.Equal(4, regression.Solve()[0][0], 12);
    }
}
