namespace Muster.Domain.Synchronization;

/// <param name="Objects">What the source gave.</param>
/// <param name="Changed">What was different.</param>
/// <param name="Ended">People whose employment ended, or would end.</param>
/// <param name="Rejected">Rows that could not be used.</param>
public readonly record struct RunCounts(int Objects, int Changed, int Ended, int Rejected)
{
    public static RunCounts operator +(RunCounts one, RunCounts other) => new(
        one.Objects + other.Objects, one.Changed + other.Changed, one.Ended + other.Ended,
        one.Rejected + other.Rejected);
}
