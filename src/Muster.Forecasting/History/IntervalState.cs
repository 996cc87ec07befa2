namespace Muster.Forecasting.History;

/// <summary>What is known of an interval. Missing, zero and closed are three different things.</summary>
public enum IntervalState
{
    /// <summary>There is a number; it may be zero.</summary>
    Counted,

    /// <summary>It was open, but nobody knows how much came.</summary>
    Missing,

    /// <summary>Outside the opening hours, or on a closed day.</summary>
    Closed,

    /// <summary>The clocks skipped it: it did not happen.</summary>
    Skipped,
}
