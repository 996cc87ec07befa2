namespace Muster.Forecasting.Staffing;

/// <summary>A number of agents near the answer: square-root staffing (Halfin and Whitt, 1981).</summary>
internal static class StartingPoint
{
    public static int Guess(double load, double rate, double threshold, in GoalLimits limits)
    {
        var root = Math.Sqrt(load);
        var guess = 0.0;
        if (limits.Miss > 0)
        {
            guess = load + (root * Margin(limits.Miss, rate, threshold * root));
        }

        if (limits.Abandonment > 0)
        {
            guess = Math.Max(guess, (load * (1 - limits.Abandonment)) + (0.5 * root));
        }

        if (limits.HasDelay)
        {
            guess = Math.Max(guess, load + (0.5 * root));
        }

        if (limits.Occupancy > 0)
        {
            guess = Math.Max(guess, Math.Min(load / limits.Occupancy, StaffingGoals.MostAgents));
        }

        return (int)Math.Min(Math.Ceiling(guess), StaffingGoals.MostAgents);
    }

    /// <summary>How many roots of the load more, or with impatient callers fewer, than the load itself.</summary>
    private static double Margin(double miss, double rate, double threshold)
    {
        if (rate == 0)
        {
            // Halfin and Whitt's probability of a wait is close to exp(-1.2 x - 0.3 x²).
            var linear = 1.2 + threshold;
            var log = -Math.Log(miss);
            return 2 * log / (linear + Math.Sqrt((linear * linear) + (1.2 * log)));
        }

        // With patience as long as a handle time the number in the system is Poisson, nearly normal.
        return Quantile(Math.Min(miss, 1 - miss)) * (miss > 0.5 ? -1 : 1) - (threshold * Math.Min(1, rate));
    }

    /// <summary>The normal distribution's upper quantile, within 0.003 (Hastings, 1955).</summary>
    private static double Quantile(double part)
    {
        var t = Math.Sqrt(-2 * Math.Log(part));
        return t - ((2.30753 + (0.27061 * t)) / (1 + (t * (0.99229 + (0.04481 * t)))));
    }
}
