using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// What every interval of a day is multiplied by, with mean 1: nobody knows a day's volume when it is planned.
/// </summary>
/// <param name="Variation">Standard deviation over mean, 0 to 1; 0 is certainty.</param>
public readonly record struct DayFactor(double Variation, DayFactorShape Shape = DayFactorShape.Gamma)
{
    /// <summary>Deviations on either side of the mean beyond which there are no days.</summary>
    private const double Reach = 8.5;

    private const int MostDays = 2001;

    internal bool IsFit => Variation is >= 0 and <= 1
        && Shape is DayFactorShape.Gamma or DayFactorShape.Lognormal;

    internal void Check(FieldChecks checks)
    {
        Fields.Number(checks, "variation", Variation, 0, 1);
        checks.That(
            Enum.IsDefined(Shape), "shape", Fields.Text($"is {(int)Shape}.\nMaybe 0 for gamma, 1 for lognormal."));
    }

    /// <summary>
    /// Days and their weights, which are 1 together: the trapezoidal rule over the factor's logarithm, which for these
    /// densities is exact beyond the digits of a number.
    /// </summary>
    /// <param name="finest">The step in the logarithm that resolves the queue's answer to volume.</param>
    internal (double Factor, double Weight)[] Days(double finest)
    {
        var deviation = Math.Sqrt(Math.Log(1 + (Variation * Variation)));
        var (from, to) = Shape == DayFactorShape.Lognormal
            ? (-Reach * deviation, Reach * deviation)
            : (-Reach * deviation * (1 + (3 * Variation)), Reach * deviation);
        var count = (int)Math.Clamp((to - from) / Math.Min(finest, Variation / 2), 2, MostDays - 1) + 1;
        var days = new (double Factor, double Weight)[count];
        for (var i = 0; i < count; i++)
        {
            var log = from + ((to - from) * i / (count - 1));
            days[i] = (Math.Exp(log), Density(log, deviation));
        }

        var (sum, mean) = (days.Sum(day => day.Weight), days.Sum(day => day.Weight * day.Factor));
        return [.. days.Select(day => (day.Factor * sum / mean, day.Weight / sum))];
    }

    /// <summary>Of the logarithm of the factor, short of its constant.</summary>
    private double Density(double log, double deviation)
    {
        if (Shape == DayFactorShape.Lognormal)
        {
            return Math.Exp(-log * log / (2 * deviation * deviation));
        }

        var shape = 1 / (Variation * Variation);
        return Math.Exp(-shape * Exponentials.Curve(-log));
    }
}
