namespace Muster.Cluster.Members;

/// <summary>The times of the membership; they only work together.</summary>
public sealed record MemberTiming
{
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// A node calls itself current for so long after it sent the last beat that was answered. Less than
    /// <see cref="DeadAfter"/>, so that it stops before others stop waiting for it.
    /// </summary>
    public TimeSpan CurrentFor { get; init; } = TimeSpan.FromSeconds(1.8);

    /// <summary>A node whose beat was seen to stand still for so long is dead to the one who watched it.</summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(2);
}
