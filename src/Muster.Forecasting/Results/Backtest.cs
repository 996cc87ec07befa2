using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Results;

/// <summary>Forecasts of the past beside what came, the oldest first.</summary>
public sealed record Backtest(IReadOnlyList<BacktestRun> Runs)
{
    /// <summary>Mean over the runs of the weighted absolute percentage error, as a part of 1.</summary>
    public double Wape(int days) =>
        Runs.Select(run => run.Wape(days)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Part of the intervals that lay within the 80 % and the 95 % range.</summary>
    public (double Inside80, double Inside95) Coverage(int days) =>
        Inside([.. Runs.SelectMany(run => run.Intervals(days)).Select(i => (i.Actual, i.Range))]);

    /// <summary>The same of the totals of days.</summary>
    public (double Inside80, double Inside95) DayCoverage(int days) =>
        Inside([.. Runs.SelectMany(run => run.Totals(days))]);

    private static (double Inside80, double Inside95) Inside((double Actual, VolumeRange Range)[] all)
    {
        var in80 = all.Count(one => one.Actual >= one.Range.P10 && one.Actual <= one.Range.P90);
        var in95 = all.Count(one => one.Actual >= one.Range.Low95 && one.Actual <= one.Range.High95);
        return ((double)in80 / all.Length, (double)in95 / all.Length);
    }
}
