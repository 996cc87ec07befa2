namespace Muster.Forecasting.History;

/// <summary>What it means that a history has no row for an interval within the opening hours.</summary>
public enum AbsentRows
{
    /// <summary>
    /// Found out: zero when the history never writes a zero and only single quiet intervals are absent, else missing.
    /// </summary>
    Auto,

    /// <summary>Nobody knows what happened then.</summary>
    Missing,

    /// <summary>Nothing happened then: the source writes no zeros.</summary>
    Zero,
}
