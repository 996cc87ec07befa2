using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Storage.Adherence;
using Muster.Storage.Events;

namespace Muster.Server.Adherence.Today;

internal sealed partial class TodayReading
{
    /// <summary>Takes in the rules as this node knows them, what is approved and what is lost.</summary>
    /// <returns>False when it cannot go on from where it is.</returns>
    public async Task<bool> FollowTermsAsync(TodayFold fold, CancellationToken token)
    {
        if (cluster.Rules.Current is not { } known)
        {
            return true;
        }

        // After a failover the cache may still be where the lost database was: it comes after.
        if (known.Position.Timeline < fold.Terms.Timeline)
        {
            return true;
        }

        fold.Apply(known.Content);
        if (known.Position <= fold.Terms)
        {
            return true;
        }

        var delta = await cluster.Scopes.ReadChangesAsync(RuleStore.Scope, fold.Terms, token);
        if (delta is null)
        {
            return false;
        }

        await FollowTermsAsync(fold, delta, token);
        fold.Terms = known.Position;
        return true;
    }

    private async Task FollowTermsAsync(TodayFold fold, ScopeDelta delta, CancellationToken token)
    {
        var agents = delta.Changes.Where(change => change.Entity == ApprovalStore.Entity)
            .Select(change => new AgentId(Guid.Parse(change.Payload!))).ToHashSet();
        if (agents.Count > 0)
        {
            fold.Apply(agents, await stores.Approvals.ListAsync(DateTime(fold.From), agents, token));
        }

        if (delta.Changes.Any(change => change.Entity == EventLossStore.Entity))
        {
            fold.Lose(await stores.Losses.ListAsync(DateTime(fold.From), null, token));
        }
    }
}
