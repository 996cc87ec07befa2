namespace Muster.Server.Adherence.History;

/// <summary>How long the time of a row is.</summary>
internal enum HistoryStep
{
    /// <summary>All that is asked for.</summary>
    Whole,
    Day,
    Interval,
}
