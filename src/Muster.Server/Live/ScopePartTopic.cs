using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Directories;

namespace Muster.Server.Live;

/// <summary>Changes of a scope that concern one thing: the part. The cursor is a position of the scope.</summary>
public abstract class ScopePartTopic(ScopeName scope, Permission permission, ScopeFeed feed) : ILiveTopic
{
    // A follower whose thing is quiet is brought forward now and then, else it would read more and more in vain.
    private const int MostPassedOver = 200;

    public string Name => scope.Value;

    public AccessRule Rule { get; } = new AccessRule.Holders(permission, Somewhere: true);

    public Task NextMoveAsync(string part, CancellationToken token) => feed.NextMoveAsync(scope, token);

    public async ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token)
    {
        if (await CheckAsync(question, token) is { } refusal)
        {
            return refusal;
        }

        var applied = feed.Applied(scope);
        var delta = applied.Timeline == 0 ? null
            : DirectoryCursor.Parse(question.Cursor) is { } after ? await feed.ReadAsync(scope, after, token)
            : null;
        if (applied.Timeline == 0)
        {
            return (LivePage?)null;
        }

        if (delta is null)
        {
            return new LivePage(DirectoryCursor.Text(applied), IsWhole: true, null);
        }

        var own = delta.Changes.Where(change => IsOf(change, question.Part)).ToList();
        return own.Count == 0 && delta.Changes.Count < MostPassedOver
            ? (LivePage?)null
            : new LivePage(
                DirectoryCursor.Text(delta.Position), IsWhole: false,
                ChangedView.Of(delta with { Changes = own }));
    }

    /// <summary>Whether a change concerns the part.</summary>
    protected abstract bool IsOf(Change change, string part);

    /// <returns>Null when the caller may follow the part.</returns>
    protected abstract ValueTask<Refusal?> CheckAsync(LiveQuestion question, CancellationToken token);
}
