namespace Muster.Forecasting.Staffing;

/// <summary>An interval of a day in which work may be left over.</summary>
public sealed record CarryOverRow
{
    /// <summary>Waiting when the interval ends, from whichever interval.</summary>
    public required double Backlog { get; init; }

    /// <summary>
    /// The part of this interval's contacts that is answered within the threshold, in whichever interval; 1 without
    /// contacts. What is not answered by the end of the last interval is not.
    /// </summary>
    public required double ServiceLevel { get; init; }

    /// <summary>Mean wait of this interval's contacts that are answered; null when none is.</summary>
    public required double? AverageAnswerSeconds { get; init; }

    /// <summary>This interval's contacts that still wait when the last interval ends.</summary>
    public required double Unserved { get; init; }
}
