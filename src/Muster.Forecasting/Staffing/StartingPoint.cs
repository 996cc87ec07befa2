using Muster.Domain.Organization;
using Muster.Forecasting.Ranges;

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
            guess = rate == 0 ? Patient(load, threshold, limits.Miss) : Impatient(load, rate, threshold, limits);
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

    /// <summary>Halfin and Whitt's probability of a wait is close to exp(-1.2 x - 0.3 x²).</summary>
    private static double Patient(double load, double threshold, double miss)
    {
        var root = Math.Sqrt(load);
        var linear = 1.2 + (threshold * root);
        var log = -Math.Log(miss);
        return load + (root * 2 * log / (linear + Math.Sqrt((linear * linear) + (1.2 * log))));
    }

    /// <summary>
    /// With so many agents as are left to serve when all wait for the threshold, half are late; the wait is nearly
    /// normal around it, the more so the greater the overload (Whitt, 2004). In between, by trial.
    /// </summary>
    private static double Impatient(double load, double rate, double threshold, in GoalLimits limits)
    {
        var (miss, left) = (limits.Miss, Math.Exp(-rate * threshold));
        var late = limits.Definition switch
        {
            ServiceLevelDefinition.AnsweredOfOffered => Math.Max((miss - 1 + left) / left, 0.6 * miss),
            ServiceLevelDefinition.WaitedNoLonger => Math.Min(miss / left, 0.98),
            _ => miss,
        };
        var overload = Math.Sqrt(load) * (1 - left);
        var weight = overload / (overload + 5);
        var spread = Math.Sqrt(rate);
        var width = Math.Sqrt(load * left * spread * (1 + (weight * (spread - 1))));
        var served = limits.Definition == ServiceLevelDefinition.AnsweredOfOffered ? load * (1 - miss) : 0;
        return Math.Max(served, (load * left) + (width * -NormalLaw.Quantile(late)));
    }
}
