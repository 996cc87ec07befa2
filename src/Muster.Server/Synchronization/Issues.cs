using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Synchronization;
using Muster.Server.Organization;
using Muster.Server.People;
using Muster.Storage;
using Muster.Storage.People;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>Settles what the synchronization left to people.</summary>
public sealed class Issues(
    IssueStore issues, MirrorStore mirror, AgentStore agents, AgentEventStore events, OrganizationCache organization)
{
    public async Task<Outcome<SyncIssue>> SettleAsync(
        WriteTransaction transaction, Settlement asked, CancellationToken token)
    {
        if (await issues.FindAsync(asked.Issue, token) is not { } issue)
        {
            return new Refusal.NotFound("issue", asked.Issue.ToString());
        }

        if (asked.JoinWith is { } other && await JoinAsync(transaction, asked, issue, other, token) is { } refusal)
        {
            return refusal;
        }

        return await issues.SettleAsync(transaction, issue.Id, asked.Caller.Name, token)
            ? issue with { SettledAt = transaction.Context.At, SettledBy = asked.Caller.Name }
            : new Refusal.Conflict(issue.Kind == IssueKind.Rejected
                ? "What was refused is settled by the source.\nMaybe correct it there: it is looked at again by itself."
                : "It is settled already.");
    }

    // The source's person becomes the other agent; the agent that was made for it goes.
    private async Task<Refusal?> JoinAsync(
        WriteTransaction transaction, Settlement asked, SyncIssue issue, AgentId other, CancellationToken token)
    {
        if (issue is not { Kind: IssueKind.Conflict, ObjectKind: { } kind, ExternalId: { } externalId, Agent: { } own })
        {
            return new Refusal.Invalid("join_with", "is for conflicts about who somebody is.");
        }

        await mirror.LockAsync(transaction, issue.Source.Value, [(kind, externalId)], token);
        var both = (await agents.LockAsync(transaction, [own, other], token)).ToDictionary(agent => agent.Id);
        var known = await organization.CurrentAsync(token);
        if (own == other || !both.TryGetValue(own, out var extra)
            || both.GetValueOrDefault(other) is not { RemovedAt: null } kept
            || !known.AreOne(kept.Tenant, extra.Tenant))
        {
            return new Refusal.Invalid("join_with", $"names no other agent of the same company: {other}.");
        }

        await mirror.JoinAsync(transaction, own.Value, other.Value, token);
        var gone = extra with { RemovedAt = transaction.Context.At, Version = extra.Version + 1 };
        await agents.PutAsync(transaction, [gone], token);
        await events.AppendAsync(
            transaction,
            [
                new AgentEvent(
                    gone.Id, gone.Version, AgentEventKind.Removed, transaction.Context.At, null, asked.Caller.Name,
                    [new AgentDifference("joined_with", null, other.ToString())]),
            ],
            token);
        PeopleScope.Record(transaction, gone);
        return null;
    }
}
