namespace Muster.Server.Events;

/// <summary>What became of some lines, after the commit.</summary>
/// <param name="Quarantined">They cannot be used, and are kept.</param>
/// <param name="Dropped">They cannot be used, and the quarantine is full.</param>
/// <param name="Position">The highest of the source's current run, now; 0 before the first.</param>
public readonly record struct ChunkCounts(
    long Accepted, long Duplicates, long Quarantined, long Dropped, int Run, long Position)
{
    public static ChunkCounts operator +(ChunkCounts one, ChunkCounts next) => new(
        one.Accepted + next.Accepted, one.Duplicates + next.Duplicates, one.Quarantined + next.Quarantined,
        one.Dropped + next.Dropped, next.Run, next.Position);
}
