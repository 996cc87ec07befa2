using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Results;

/// <summary>
/// How a horizon is forecast, why so, and how well that did on the queue's own past. Errors are parts of 1.
/// </summary>
public sealed record HorizonAccuracy
{
    public required Horizon Horizon { get; init; }

    public required string Method { get; init; }

    /// <summary>Why this method, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>How many times the past was forecast; 0 when it was too short, and then the errors are NaN.</summary>
    public int Rehearsals { get; init; }

    /// <summary>Sum of absolute errors over sum of volumes, mean over rehearsals.</summary>
    public double Wape { get; init; } = double.NaN;

    /// <summary>Mean absolute error over that of "last week again" within the history.</summary>
    public double Mase { get; init; } = double.NaN;

    /// <summary>Sum of forecasts over sum of volumes, minus 1: above 0 is too much.</summary>
    public double Bias { get; init; } = double.NaN;

    /// <summary>Part of the intervals that lay within P10 to P90 learned from the other rehearsals.</summary>
    public double Coverage80 { get; init; } = double.NaN;

    /// <summary>The same of the 95 % range.</summary>
    public double Coverage95 { get; init; } = double.NaN;

    /// <summary>Part of the days whose total lay within the 80 % range learned from the other rehearsals.</summary>
    public double DayCoverage80 { get; init; } = double.NaN;

    /// <summary>The same of the 95 % range.</summary>
    public double DayCoverage95 { get; init; } = double.NaN;

    /// <summary>The error that pure chance alone makes, with a perfect forecast of the mean.</summary>
    public double PoissonFloor { get; init; } = double.NaN;

    /// <summary>The error of "last week again" in the same rehearsals.</summary>
    public double NaiveWape { get; init; } = double.NaN;

    /// <summary>How days and intervals varied around the forecast beyond chance.</summary>
    public DayVariation Variation { get; init; } = DayVariation.Unknown;

    /// <summary>How wrong totals of days were; null when there were too few to learn from.</summary>
    public TotalErrors? Totals { get; init; }

    /// <summary>Every method that was tried, the best first.</summary>
    public IReadOnlyList<MethodScore> Tried { get; init; } = [];
}
