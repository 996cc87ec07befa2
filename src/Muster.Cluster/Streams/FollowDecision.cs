namespace Muster.Cluster.Streams;

/// <summary>What a follower of a scope does next, and why, in one sentence.</summary>
internal abstract record FollowDecision
{
    private FollowDecision(string reason) => Reason = reason;

    public string Reason { get; }

    public sealed record Load(string Because) : FollowDecision(Because);

    public sealed record Apply(ScopeDelta Delta) : FollowDecision($"The change to {Delta.Position} is the next one.");

    public sealed record Pull(string Because) : FollowDecision(Because);

    public sealed record Rest() : FollowDecision("All that is known is applied.");
}
