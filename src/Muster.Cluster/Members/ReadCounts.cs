namespace Muster.Cluster.Members;

/// <summary>What a consistency checker has counted since its start.</summary>
/// <param name="Checked">Answers of nodes that were compared with the database.</param>
/// <param name="Stale">Of those, how many were older than they may be.</param>
/// <param name="Unanswered">Answers that did not come in time.</param>
public readonly record struct ReadCounts(long Checked, long Stale, long Unanswered)
{
    public static ReadCounts operator +(ReadCounts left, ReadCounts right) => new(
        left.Checked + right.Checked, left.Stale + right.Stale, left.Unanswered + right.Unanswered);
}
