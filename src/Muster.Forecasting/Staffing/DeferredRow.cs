namespace Muster.Forecasting.Staffing;

/// <summary>An interval of deferred work.</summary>
public sealed record DeferredRow
{
    /// <summary>Waiting when the interval ends.</summary>
    public required double Backlog { get; init; }

    /// <summary>
    /// The part of this interval's contacts that is done within the deadline; 1 without contacts. Null when they are
    /// not all done and the last interval ends before their deadline.
    /// </summary>
    public required double? InTime { get; init; }

    /// <summary>Mean time from arrival to done, of this interval's contacts that are done; null when none is.</summary>
    public required double? AverageSeconds { get; init; }
}
