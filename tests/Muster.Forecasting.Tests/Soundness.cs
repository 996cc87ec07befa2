using Muster.Forecasting.Results;

namespace Muster.Forecasting.Tests;

/// <summary>What holds for every forecast, whatever the history.</summary>
internal static class Soundness
{
    public static Forecast Check(Forecast forecast)
    {
        foreach (var day in forecast.Days)
        {
            for (var slot = 0; slot < day.Volumes.Count; slot++)
            {
                var range = day.Ranges[slot];
                double[] values = [day.Volumes[slot], range.Low95, range.P10, range.P90, range.High95];
                Assert.True(
                    values.All(value => double.IsFinite(value) && value >= 0) && range.Low95 <= range.P10
                    && range.P10 <= range.P90 && range.P90 <= range.High95
                    && (day.Open[slot] || day.Volumes[slot] == 0),
                    $"{day.Date} {slot}: {string.Join(' ', values)}");
            }
        }

        Assert.All(forecast.Accuracy, accuracy =>
        {
            Assert.NotEmpty(accuracy.Reason);
            Assert.False(double.IsInfinity(accuracy.Wape + accuracy.Mase + accuracy.Bias));
            Assert.True(double.IsFinite(accuracy.Variation.DayVariance + accuracy.Variation.IntervalVariance));
        });
        return forecast;
    }
}
