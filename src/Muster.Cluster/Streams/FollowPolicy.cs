namespace Muster.Cluster.Streams;

/// <summary>How content follows its scope. Pure.</summary>
internal static class FollowPolicy
{
    public static FollowDecision Decide(FollowView view, long reloadBeyond)
    {
        if (view.Applied is not { } applied)
        {
            return new FollowDecision.Load("Nothing is loaded yet.");
        }

        if (view.LoadBecause is { } reason)
        {
            return new FollowDecision.Load(reason);
        }

        return view.Known.Timeline > applied.Timeline
                ? new FollowDecision.Load($"The database has moved to timeline {view.Known.Timeline}.")
            : view.Next is { } delta ? new FollowDecision.Apply(delta)
            : view.Known <= applied ? new FollowDecision.Rest()
            : view.Known.Version - applied.Version > reloadBeyond
                ? new FollowDecision.Load($"It is {view.Known.Version - applied.Version} changes behind.")
            : new FollowDecision.Pull($"{view.Known} is known, {applied} applied.");
    }

    /// <summary>
    /// What an answer of the database says against the content: null when they agree as far as can be.
    /// </summary>
    /// <param name="appliedWhenAsked">What was applied when the question was sent; what came since is no news.</param>
    public static string? LoadBecause(ScopePosition database, ScopePosition appliedWhenAsked) =>
        database.Timeline > appliedWhenAsked.Timeline
            ? $"The database has moved from timeline {appliedWhenAsked.Timeline} to {database.Timeline}."
        : database.Timeline == appliedWhenAsked.Timeline && database.Version < appliedWhenAsked.Version
            ? $"The database has lost changes: it is at {database}, {appliedWhenAsked} was applied."
        : null;
}
