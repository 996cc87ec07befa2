using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;

namespace Muster.Server.Live;

/// <summary>
/// What clients follow over the live socket: "cluster", or a part of something, "schedule/UNIT". A topic keeps nothing
/// of its followers: each shows its cursor, on whichever node, and is told what came after it. Safe for many threads.
/// </summary>
public interface ILiveTopic
{
    /// <summary>What stands before the slash.</summary>
    string Name { get; }

    /// <summary>Who may follow it; looked at before every page.</summary>
    AccessRule Rule { get; }

    /// <summary>
    /// Ends at the next change of a part. Taken before a page is read, it misses none. It may end without a change.
    /// </summary>
    /// <param name="part">What stands after the slash; empty for none.</param>
    Task NextMoveAsync(string part, CancellationToken token);

    /// <summary>What came after the cursor, as this node serves it by now; null when nothing did.</summary>
    /// <exception cref="Cluster.StoreAwayException">The database does not answer; it is asked again.</exception>
    ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token);
}
