using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.People;

/// <summary>
/// Creates and changes agents by hand. What a directory owns and somebody sets here, is kept as an override, with who
/// did it and when, until it is taken back.
/// </summary>
public sealed class Agents(
    AgentStore agents, AgentEventStore events, PeopleStore people, Following following, OrganizationCache cache)
{
    public const string Entity = "agent";

    /// <summary>Adds an agent whom no directory knows.</summary>
    public async Task<Outcome<AgentChanged>> CreateAsync(
        WriteTransaction transaction, TenantId tenant, AgentRequest asked, CancellationToken token)
    {
        var organization = await cache.CurrentAsync(token);
        if (organization.Tenants.Find(tenant) is not { IsRemoved: false })
        {
            return new Refusal.Invalid("tenant_id", $"names no tenant: {tenant}.");
        }

        var fresh = new Agent { Id = asked.Agent, Tenant = tenant, FirstName = "", LastName = "", Version = 0 };
        var today = organization.DayAt(transaction.Context.At, asked.Edit.ManagementUnit);
        var edit = asked.Edit with { ReinstateOn = asked.Edit.ReinstateOn ?? today };
        var made = AgentEditing.Apply(fresh, edit, organization, today);
        return (made.Refused ?? new PeopleAccess(asked.Caller, organization).CheckEdit(made.Value, made.Value))
            is { } refusal
            ? refusal
            : await WriteAsync(transaction, new AgentStep(null, made.Value, asked.Caller), token);
    }

    public async Task<Outcome<AgentChanged>> ChangeAsync(
        WriteTransaction transaction, AgentRequest asked, CancellationToken token)
    {
        var organization = await cache.CurrentAsync(token);
        var found = await FindAsync(transaction, asked, organization, token);
        if (found.Refused is { } missing)
        {
            return missing;
        }

        var before = found.Value;
        var changed = AgentEditing.Apply(
            before, asked.Edit, organization, organization.DayAt(transaction.Context.At, before.ManagementUnit));
        if ((changed.Refused ?? new PeopleAccess(asked.Caller, organization).CheckEdit(before, changed.Value))
            is { } refusal)
        {
            return refusal;
        }

        var after = await OverriddenAsync(transaction, before, changed.Value, asked.Caller, token);
        return AgentDifference.Between(before, after).Count == 0
            ? new AgentChanged(before, false)
            : await WriteAsync(transaction, new AgentStep(before, after, asked.Caller), token);
    }

    /// <summary>Takes an override back: the directory's word counts again, at once.</summary>
    public async Task<Outcome<AgentChanged>> FollowAgainAsync(
        WriteTransaction transaction, AgentRequest asked, AgentField field, CancellationToken token)
    {
        var organization = await cache.CurrentAsync(token);

        // Before the agent, as the synchronization locks them.
        var said = await following.LockAsync(transaction, asked.Agent, token);
        var found = await FindAsync(transaction, asked, organization, token);
        if ((found.Refused ?? CheckOverridden(found.Value, field)
            ?? new PeopleAccess(asked.Caller, organization).CheckEdit(found.Value, found.Value)) is { } refusal)
        {
            return refusal;
        }

        var freed = found.Value with
        {
            Overrides = [.. found.Value.Overrides.Where(kept => kept.Field != field)],
        };
        var followed = await following.DecideAsync(transaction, said, freed, token);
        return await WriteAsync(transaction, new AgentStep(found.Value, followed, asked.Caller), token);
    }

    private async Task<Outcome<Agent>> FindAsync(
        WriteTransaction transaction, AgentRequest asked, OrganizationSnapshot organization, CancellationToken token)
    {
        var found = await agents.LockAsync(transaction, [asked.Agent], token);
        return found.Count == 0 || !new PeopleAccess(asked.Caller, organization).MaySee(found[0])
            ? new Refusal.NotFound(Entity, asked.Agent.ToString())
            : asked.ExpectedVersion is { } expected && expected != found[0].Version
                ? new Refusal.Stale(Entity, expected, found[0].Version)
            : found[0];
    }

    private async Task<Agent> OverriddenAsync(
        WriteTransaction transaction, Agent before, Agent after, Caller caller, CancellationToken token)
    {
        var fields = AgentEditing.DirectoryFields(before, after);
        if (fields.Count == 0 || (await people.ListSourcesAsync([before.Id], token)).Count == 0)
        {
            return after;
        }

        return after with
        {
            Overrides =
            [
                .. before.Overrides.Where(kept => !fields.Contains(kept.Field)),
                .. fields.Select(field => new FieldOverride(field, caller.Name, transaction.Context.At)),
            ],
        };
    }

    private async Task<AgentChanged> WriteAsync(WriteTransaction transaction, AgentStep step, CancellationToken token)
    {
        var after = step.After with { Version = (step.Before?.Version ?? 0) + 1 };
        var today = (await cache.CurrentAsync(token)).DayAt(transaction.Context.At, after.ManagementUnit);
        await agents.PutAsync(transaction, [after], token);
        await events.AppendAsync(
            transaction,
            [
                new AgentEvent(
                    after.Id, after.Version, step.Kind(today), transaction.Context.At, null, step.Caller.Name,
                    AgentDifference.Between(step.Before, after)),
            ],
            token);
        PeopleScope.Record(transaction, after);
        return new AgentChanged(after, true);
    }

    private static Refusal.Conflict? CheckOverridden(Agent agent, AgentField field) => agent.IsOverridden(field)
        ? null
        : new Refusal.Conflict($"{agent.FullName} has no override of {field}: the directory's word counts already.");

    private sealed record AgentStep(Agent? Before, Agent After, Caller Caller)
    {
        public AgentEventKind Kind(LocalDate today) =>
            Before is null ? AgentEventKind.Created
            : (Before.Employment.IsActiveOn(today), After.Employment.IsActiveOn(today)) switch
            {
                (true, false) => AgentEventKind.Terminated,
                (false, true) => AgentEventKind.Reinstated,
                _ when Before.ManagementUnit != After.ManagementUnit => AgentEventKind.Moved,
                _ => AgentEventKind.Changed,
            };
    }
}
