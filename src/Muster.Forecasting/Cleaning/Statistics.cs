namespace Muster.Forecasting.Cleaning;

/// <summary>Averages that a few wild values do not move.</summary>
internal static class Statistics
{
    private const double MadToDeviation = 1.4826;

    private const double Absurd = 100;

    /// <summary>NaN of nothing. The values are sorted in place.</summary>
    public static double Median(Span<double> values)
    {
        if (values.Length == 0)
        {
            return double.NaN;
        }

        values.Sort();
        var half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// <summary>
    /// So many times the usual one that a greater value is a misprint: where means are taken, it counts as this. The
    /// values may have NaN among them; 0 when none is above 0.
    /// </summary>
    public static double MostPlausible(double[] values)
    {
        var usual = Median([.. values.Where(value => value > 0)]);
        return double.IsNaN(usual) ? 0 : Absurd * usual;
    }

    /// <summary>The mean without that part of the values at either end. The values are sorted in place.</summary>
    public static double TrimmedMean(Span<double> values, double part)
    {
        values.Sort();
        var cut = (int)(values.Length * part);
        var sum = 0.0;
        foreach (var value in values[cut..(values.Length - cut)])
        {
            sum += value;
        }

        return sum / (values.Length - 2 * cut);
    }

    /// <summary>Deviation around zero, from the median of the absolute values.</summary>
    public static double RobustDeviation(IEnumerable<double> deviations) =>
        MadToDeviation * Median(deviations.Select(Math.Abs).ToArray());

    /// <summary>
    /// The value that this part of the sorted values does not pass, between two of them by a straight line.
    /// </summary>
    public static double Quantile(double[] sorted, double part)
    {
        var place = Math.Clamp(part, 0, 1) * (sorted.Length - 1);
        var low = (int)place;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
