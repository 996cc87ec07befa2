using Muster.Forecasting.Models;

namespace Muster.Forecasting.Cleaning;

/// <summary>
/// What the calendar explains of days that are higher or lower than usual: those are no wild days then.
/// </summary>
internal static class CalendarEffects
{
    // No calendar explains that a day is more than double or less than half.
    private const double MostLog = 0.7;

    // As if so many days had shown no effect: one wild day does not explain itself.
    private const double Penalty = 2;

    /// <param name="ratios">By day: logarithm of its volume against the usual one.</param>
    /// <param name="terms">By day, see <see cref="CalendarTerms"/>.</param>
    /// <returns>By day: the part of the logarithm that is explained.</returns>
    public static double[] Explain(double[] ratios, double[][] terms)
    {
        var regression = new RidgeRegression([.. Enumerable.Repeat(Penalty, CalendarTerms.Count)], 1);
        for (var i = 0; i < ratios.Length; i++)
        {
            regression.Add(terms[i], [Math.Clamp(ratios[i], -MostLog, MostLog)], 1);
        }

        var effects = regression.Solve()[0];
        return [.. terms.Select(day => Vectors.Dot(effects, day))];
    }
}
