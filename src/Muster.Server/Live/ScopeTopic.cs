using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Directories;

namespace Muster.Server.Live;

/// <summary>
/// That things of a scope have changed, and which. The cursor is a position of the scope, as it is on every node. Who
/// holds the permission in some unit only is told that something changed: to read again shows what they may see of it.
/// </summary>
public sealed class ScopeTopic(ScopeName scope, Permission permission, ScopeFeed feed) : ILiveTopic
{
    public string Name => scope.Value;

    public AccessRule Rule { get; } = new AccessRule.Holders(permission, Somewhere: true);

    public Task NextMoveAsync(string part, CancellationToken token) => feed.NextMoveAsync(scope, token);

    public async ValueTask<Outcome<LivePage?>> ReadAsync(LiveQuestion question, CancellationToken token)
    {
        if (question.Part.Length > 0)
        {
            return new Refusal.Invalid("subscribe", $"has no parts: \"{scope}\" is followed as a whole.");
        }

        var applied = feed.Applied(scope);
        if (applied.Timeline == 0)
        {
            return (LivePage?)null;
        }

        var delta = DirectoryCursor.Parse(question.Cursor) is { } after
            ? await feed.ReadAsync(scope, after, token)
            : null;
        if (delta is { Changes.Count: 0 })
        {
            return (LivePage?)null;
        }

        var isTold = delta is not null && question.Caller.Rights.Allow(permission, Place.Installation);
        return new LivePage(
            DirectoryCursor.Text(delta?.Position ?? applied), !isTold, isTold ? ChangedView.Of(delta!) : null);
    }
}
