using Muster.Simulation.Chance;

namespace Muster.Simulation.Centre;

/// <summary>
/// What calls are like where nothing better is known: measured on the call log of a bank of 1999 (Brown et al.,
/// Statistical Analysis of a Telephone Call Center, JASA 2005), February, all types of calls.
/// </summary>
public static class TypicalCalls
{
    /// <summary>Of the counts of half an hour around the median of their weekday: 1 if they were Poisson.</summary>
    private const double IndexOfDispersion = 4.7;

    /// <summary>Lognormal with a mean of 177 s and a coefficient of variation of 1.23.</summary>
    public static Distribution HandleTime { get; } = Distribution.Lognormal(177, 1.23);

    /// <summary>Exponential with a mean of 354 s, estimated with those who were answered as censored.</summary>
    public static Distribution Patience { get; } = Distribution.Exponential(354);

    /// <summary>How agents differ: their mean handle times over the mean of all, with a deviation of 0.22.</summary>
    public static Distribution HandleTimeFactor { get; } = Distribution.Lognormal(1, 0.22);

    /// <summary>
    /// The day factor that gives half hours with so many calls the dispersion of the bank's: index = 1 + mean x cv².
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above 0.</exception>
    public static Distribution DayFactor(double callsPerHalfHour) =>
        Distribution.Lognormal(1, Math.Sqrt((IndexOfDispersion - 1) / callsPerHalfHour));
}
