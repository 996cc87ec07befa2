using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Events;
using Muster.Server.Identity;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Sources of events: made by the first who sends for one, changed by people.</summary>
public sealed class EventSources(Database database, EventSourceStore store, OrganizationCache organization, Audit audit)
{
    public const string Title = "event source";

    private const long LongestOffsetMs = 24 * 60 * 60 * 1000;

    /// <summary>The source of a name, made if there is none.</summary>
    /// <param name="tenant">Null: the one that has it; for a new one, the only one there is.</param>
    public async Task<Outcome<EventSource>> OpenAsync(
        WriteContext context, string name, Guid? tenant, CancellationToken token)
    {
        if (new FieldChecks().Text("source", name, 1, 100).Refusal is { } refusal)
        {
            return refusal;
        }

        var asked = tenant is { } id ? new TenantId(id) : (TenantId?)null;
        var found = await store.FindByNameAsync(name, asked, token);
        return found.Count switch
        {
            1 => found[0],
            0 => await CreateAsync(context, name, asked, token),
            _ => new Refusal.Invalid(
                "tenant_id", $"is required: {found.Count} tenants have a source called {name}."),
        };
    }

    public async Task<Outcome<EventSource>> ChangeAsync(
        WriteTransaction transaction, (Guid Id, long Version) expected, EventSourceBody body, CancellationToken token)
    {
        if (await store.LockAsync(transaction, expected.Id, token) is not { } before)
        {
            return new Refusal.NotFound(Title, expected.Id.ToString());
        }

        if (before.Version != expected.Version)
        {
            return new Refusal.Stale(Title, expected.Version, before.Version);
        }

        var after = body.Apply(before) with { Version = before.Version + 1 };
        var known = await organization.CurrentAsync(token);
        var wrong = new FieldChecks().Text("name", after.Name, 1, 100)
            .That(Math.Abs(after.ClockOffsetMs) <= LongestOffsetMs, "clock_offset_ms",
                "must be at most a day either way.")
            .That(after.Switch is not { } id || IsOf(known, id, after.Tenant), "switch_id",
                "must be a switch of the source's tenant.")
            .Refusal;
        return wrong ?? await WriteAsync(transaction, ("changed", before), after, token);
    }

    /// <summary>Positions are counted anew from now on.</summary>
    public async Task<Outcome<EventSource>> StartRunAsync(
        WriteTransaction transaction, Guid id, CancellationToken token) =>
        await store.LockAsync(transaction, id, token) is { } before
            ? await WriteAsync(
                transaction, ("new run", before),
                before with { Run = before.Run + 1, LastPosition = 0, Version = before.Version + 1 }, token)
            : new Refusal.NotFound(Title, id.ToString());

    private async Task<Outcome<EventSource>> WriteAsync(
        WriteTransaction transaction, (string Action, EventSource Before) change, EventSource after,
        CancellationToken token)
    {
        if (!await store.UpdateAsync(transaction, after, token))
        {
            return new Refusal.Invalid("name", $"is taken: {after.Name}.");
        }

        await TellAsync(transaction, change.Action, change.Before, after, token);
        return after;
    }

    private async Task<Outcome<EventSource>> CreateAsync(
        WriteContext context, string name, TenantId? asked, CancellationToken token)
    {
        var tenants = (await organization.CurrentAsync(token)).Tenants.InUse
            .Where(tenant => asked is null || tenant.Id == asked).Take(2).ToList();
        if (tenants.Count != 1)
        {
            return new Refusal.Invalid("tenant_id", asked is not null
                ? $"names no tenant: {asked}."
                : tenants.Count == 0
                    ? "is required, and there is no tenant yet.\nMaybe bring in people first."
                    : $"is required: there is no source called {name} yet, and there are several tenants.");
        }

        await using var transaction = await database.BeginAsync(context, token);
        var source = new EventSource
        {
            Id = Guid.CreateVersion7(context.At),
            Tenant = tenants[0].Id,
            Name = name,
            CreatedAt = context.At,
        };
        if (await store.InsertAsync(transaction, source, token))
        {
            await TellAsync(transaction, "created", null, source, token);
            await transaction.CommitAsync(token);
        }

        // Somebody else may have made it at the same moment.
        return (await store.FindByNameAsync(name, source.Tenant, token))[0];
    }

    private Task TellAsync(
        WriteTransaction transaction, string action, EventSource? before, EventSource after, CancellationToken token) =>
        audit.AppendAsync(
            transaction, new AuditSubject(action, Title, after.Id.ToString()),
            before is null ? null : EventSourceBody.Of(before), EventSourceBody.Of(after), token);

    private static bool IsOf(OrganizationSnapshot known, SwitchId id, TenantId tenant) =>
        known.Switches.Find(id) is { IsRemoved: false } found && found.TenantId == tenant;
}
