namespace Muster.Forecasting.Ranges;

/// <summary>Counts of contacts that come independently of each other.</summary>
public static class PoissonLaw
{
    // From here on the normal law is as good.
    private const double Large = 200;

    /// <summary>
    /// Mean absolute deviation, 2 exp(-m) m^(k+1) / k! with k = floor(m) (De Moivre; Johnson, Kemp and Kotz 2005, 4.3):
    /// no forecast can be better than this on average.
    /// </summary>
    public static double MeanAbsoluteDeviation(double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        if (mean > Large)
        {
            return Math.Sqrt(2 * mean / Math.PI);
        }

        var whole = (int)mean;
        var log = (whole + 1) * Math.Log(mean) - mean;
        for (var k = 2; k <= whole; k++)
        {
            log -= Math.Log(k);
        }

        return 2 * Math.Exp(log);
    }

    /// <summary>The smallest count that is not passed with that probability.</summary>
    /// <param name="part">Between 0 and 1, neither included.</param>
    public static double Quantile(double mean, double part)
    {
        if (mean <= 0)
        {
            return 0;
        }

        if (mean > Large)
        {
            return Math.Max(0, Math.Round(mean + NormalLaw.Quantile(part) * Math.Sqrt(mean)));
        }

        var probability = Math.Exp(-mean);
        var (count, sum) = (0, probability);
        while (sum < part && count < 10 * Large)
        {
            probability *= mean / ++count;
            sum += probability;
        }

        return count;
    }
}
