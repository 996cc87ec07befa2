using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Synchronization;

namespace Muster.Server.People;

/// <summary>Decides anew what the source that spoke last of an agent makes of it.</summary>
public sealed class Following(
    MirrorStore mirror, SourceStore sources, IssueStore issues, OrganizationCache cache)
{
    /// <summary>What was said last of an agent, and by which source; null when no source knows it.</summary>
    public Task<(Guid Source, SourceObject Object)?> LockAsync(
        WriteTransaction transaction, AgentId agent, CancellationToken token) =>
        mirror.LockLatestAsync(transaction, agent.Value, token);

    /// <summary>
    /// What there is to say about it is noted, as it is when the source speaks: what is missing is waited for.
    /// </summary>
    /// <returns>The agent as that source has it.</returns>
    public async Task<Agent> DecideAsync(
        WriteTransaction transaction, (Guid Source, SourceObject Object)? said, Agent agent, CancellationToken token)
    {
        if (said is not { } last
            || await sources.LockAsync(transaction, new SourceId(last.Source), token) is not { } source)
        {
            return agent;
        }

        var organization = await cache.CurrentAsync(token);
        var entities = await mirror.ReadEntitiesAsync(transaction, last.Source, token);
        var decision = PersonReconciliation.Decide(new PersonSituation(
            agent, last.Object, source.Rules, new KnownReferences(entities, organization),
            organization.DayAt(transaction.Context.At, agent.ManagementUnit), transaction.Context.At));
        var found = decision.Issues.Select(draft => new SyncIssue(
            Guid.CreateVersion7(transaction.Context.At), source.Id, draft.Kind, last.Object.Kind,
            last.Object.ExternalId, agent.Id, "", draft.Field, draft.Reason, draft.Missing, transaction.Context.At,
            Other: draft.Other));
        await issues.ReplaceAsync(
            transaction, source.Id, [(last.Object.Kind, last.Object.ExternalId)], [.. found], token);
        return decision.After ?? agent;
    }
}
