namespace Muster.Cluster.Streams;

/// <summary>What a follower knows when it decides.</summary>
/// <param name="Applied">Null before the first load.</param>
/// <param name="Known">
/// The highest position heard of, on the timeline of what is applied or on a newer one that the database has told.
/// </param>
/// <param name="Next">Changes that build on what is applied, if they came along.</param>
/// <param name="LoadBecause">Why the content cannot be carried forward; null when it can.</param>
internal readonly record struct FollowView(
    ScopePosition? Applied, ScopePosition Known, ScopeDelta? Next, string? LoadBecause);
