namespace Muster.Forecasting.Results;

/// <summary>Forecasts of the past beside what came, the oldest first.</summary>
public sealed record Backtest(IReadOnlyList<BacktestRun> Runs)
{
    /// <summary>Mean over the runs of the weighted absolute percentage error, as a part of 1.</summary>
    public double Wape(int days) =>
        Runs.Select(run => run.Wape(days)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Part of the intervals that lay within the 80 % and the 95 % range.</summary>
    public (double Inside80, double Inside95) Coverage(int days)
    {
        var intervals = Runs.SelectMany(run => run.Intervals(days)).ToArray();
        var in80 = intervals.Count(i => i.Actual >= i.Range.P10 && i.Actual <= i.Range.P90);
        var in95 = intervals.Count(i => i.Actual >= i.Range.Low95 && i.Actual <= i.Range.High95);
        return ((double)in80 / intervals.Length, (double)in95 / intervals.Length);
    }
}
