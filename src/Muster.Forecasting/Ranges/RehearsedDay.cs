namespace Muster.Forecasting.Ranges;

/// <summary>A day of the past, what came and what had been forecast.</summary>
/// <param name="Rehearsal">Which rehearsal it belongs to, from 0.</param>
/// <param name="Day">As a day number.</param>
/// <param name="Actual">By interval that is ever open; NaN where nobody knows.</param>
internal sealed record RehearsedDay(int Rehearsal, int Day, double[] Actual, double[] Forecast)
{
    public IEnumerable<(double Actual, double Forecast)> Known =>
        Actual.Zip(Forecast).Where(pair => !double.IsNaN(pair.First) && pair.Second > 0);

    /// <summary>What came against what was forecast, and the forecast itself, over the known intervals.</summary>
    public (double Ratio, double Forecast) Total()
    {
        var (actual, forecast) = (0.0, 0.0);
        foreach (var (came, said) in Known)
        {
            actual += came;
            forecast += said;
        }

        return (forecast > 0 ? actual / forecast : 1, forecast);
    }
}
