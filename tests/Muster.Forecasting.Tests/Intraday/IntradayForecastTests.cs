using Muster.Forecasting.Intraday;
using Muster.Forecasting.Results;

namespace Muster.Forecasting.Tests.Intraday;

public sealed class IntradayForecastTests
{
    private const int Noon = 24;

    private static readonly ForecastDay Day = Asked.Forecast(Histories.Weeks(12)).Days[0];

    private static readonly IntradayLaw Law = new(1, 0.5);

    [Fact]
    public void The_rest_of_the_day_shares_a_part_of_the_deviation()
    {
        var updated = IntradayForecast.Update(Day, SoFar(1.2), Law);
        Assert.Equal(1.2, updated.Ratio, 9);
        Assert.InRange(updated.Carried, 0.3, 0.6);
        Assert.Equal(1 + updated.Carried * 0.2, updated.Day.Volumes[30] / Day.Volumes[30], 9);
        Assert.Equal(updated.Factor, updated.Day.Ranges[30].P90 / Day.Ranges[30].P90, 9);
        Assert.Equal(Day.Volumes[20], updated.Day.Volumes[20]);
    }

    [Fact]
    public void Before_opening_nothing_changes() =>
        Assert.Equal(Day.Volumes, IntradayForecast.Update(Day, new double[10], Law).Day.Volumes);

    [Fact]
    public void Unknown_and_impossible_intervals_do_not_count()
    {
        var soFar = SoFar(1.2);
        (soFar[18], soFar[19]) = (double.NaN, -5);
        Assert.Equal(1.2, IntradayForecast.Update(Day, soFar, Law).Ratio, 9);
    }

    private static double[] SoFar(double factor) => [.. Day.Volumes.Take(Noon).Select(volume => volume * factor)];
}
