namespace Muster.Server.Simulate;

/// <summary>Calls by the interval in which they came, or of all intervals together, as far as is known.</summary>
/// <param name="AnsweredWithin">Within the time of the service level.</param>
/// <param name="HandleSeconds">Of the answered ones that are over, after-call work included.</param>
public readonly record struct IntervalCounts(
    long Offered, long Answered, long Abandoned, long AnsweredWithin, double HandleSeconds)
{
    /// <summary>Neither answered nor gone.</summary>
    public long Waiting => Offered - Answered - Abandoned;

    /// <summary>The part of 1 of all offered that was answered in time; null before the first.</summary>
    public double? ServiceLevel => Offered > 0 ? (double)AnsweredWithin / Offered : null;

    /// <summary>Null where nothing was answered.</summary>
    public double? MeanHandleSeconds => Answered > 0 ? HandleSeconds / Answered : null;

    public static IntervalCounts operator +(IntervalCounts one, IntervalCounts other) => new(
        one.Offered + other.Offered, one.Answered + other.Answered, one.Abandoned + other.Abandoned,
        one.AnsweredWithin + other.AnsweredWithin, one.HandleSeconds + other.HandleSeconds);

    public static IntervalCounts Add(IntervalCounts one, IntervalCounts other) => one + other;
}
