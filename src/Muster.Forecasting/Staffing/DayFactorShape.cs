namespace Muster.Forecasting.Staffing;

/// <summary>How a day's factor is distributed.</summary>
public enum DayFactorShape
{
    /// <summary>With it, counts are negative binomial (Whitt 1999; Jongbloed and Koole 2001).</summary>
    Gamma,

    Lognormal,
}
