using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Synchronization;
using Muster.Server.Agreement;
using Muster.Server.People;
using Muster.Server.Synchronization;
using Muster.Storage.Leases;
using Muster.Storage.Members;
using Muster.Storage.Synchronization;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>An import source with its lease taken, so that nobody else brings something in at the same time.</summary>
internal sealed class ImportPlace : IAsyncDisposable
{
    private readonly Lease _lease;
    private readonly SourceDefinition _source;
    private readonly SyncStores _stores;
    private readonly OrganizationSnapshot _organization;

    private ImportPlace(
        SourceDefinition source, Lease lease, SyncStores stores, ScopeSnapshot<OrganizationSnapshot> organization,
        CommandServices services)
    {
        (_source, _lease, _stores, _organization) = (source, lease, stores, organization.Content);
        var time = TimeProvider.System;
        Import = new SourceImport(
            new SourceTenure(source, lease.Fence, time), stores,
            new PageWriter(
                stores, services.Get<UserFollowing>(), services.Database, () => organization),
            services.Database,
            organization.Content, time);
    }

    public SourceImport Import { get; }

    public static async Task<ImportPlace> TakeAsync(
        CommandServices services, string name, string? tenant, CancellationToken token)
    {
        var stores = services.Get<SyncStores>();
        var source = await FindOrMakeAsync(services, name, tenant, token);
        var keeper = new LeaseKeeper(
            new LeaseStore(services.Database), await IdentifyAsync(services, token), new LeaseTiming(),
            TimeProvider.System, new Strand());
        var lease = await Terminal.Out.Status().StartAsync(
            "Waiting for another import to end...", _ => keeper.AcquireAsync(SourceDuties.Lease(source.Id), token));
        return new ImportPlace(source, lease, stores, await stores.Organization.LoadAsync(token), services);
    }

    /// <summary>Whose rows without a tenant are: the one given, else the source's.</summary>
    /// <exception cref="StartRefusedException">There is no tenant of that name, or there are two.</exception>
    public string? TenantOf(string? given)
    {
        var name = given ?? _source.Settings.Tenant;
        var tenants = _organization.Tenants.InUse.ToList();
        var found = tenants.Count(tenant => tenant.Name == name);
        if (name is not null && found != 1)
        {
            throw new StartRefusedException(
                found == 0 ? $"There is no tenant \"{name}\"." : $"{found} tenants are called \"{name}\".",
                tenants.Count == 0 ? "Maybe make one first."
                    : found > 1 ? "Maybe give one of them another name."
                    : $"Maybe {NearestName.Of(name, tenants.Select(tenant => tenant.Name))} is meant.");
        }

        return name;
    }

    public async Task<long> CountOpenAsync(CancellationToken token) =>
        (await _stores.Issues.CountOpenAsync(token)).GetValueOrDefault(_source.Id.Value);

    public ValueTask DisposeAsync() => _lease.DisposeAsync();

    // Only a number of its own: it is no node, and nobody waits for its beat.
    private static async Task<NodeId> IdentifyAsync(CommandServices services, CancellationToken token)
    {
        var members = new MemberStore(services.Database);
        var name = $"{Environment.MachineName} (import)";
        var me = new NodeId(name, await members.JoinAsync(new NodeDescription(name, [], [], ""), token));
        await members.LeaveAsync(me, token);
        return me;
    }

    private static async Task<SourceDefinition> FindOrMakeAsync(
        CommandServices services, string name, string? tenant, CancellationToken token)
    {
        var stores = services.Get<SyncStores>();
        var sources = await stores.Sources.ListAsync(token);
        var found = sources.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is { Type: not SourceType.Import })
        {
            throw new StartRefusedException(
                $"{found.Name} is no import source: Muster follows it by itself.", "Maybe choose another name.");
        }

        return found ?? await services.WriteAsync<SourceDefinition>(
            async (transaction, stop) =>
            {
                var made = new SourceDefinition
                {
                    Id = new SourceId(Guid.CreateVersion7(transaction.Context.At)),
                    Name = name,
                    Type = SourceType.Import,
                    Settings = new SourceSettings(Tenant: tenant),
                    TimeoutMinutes = 0,
                };
                if (!await stores.Sources.InsertAsync(transaction, made, stop))
                {
                    return new Refusal.Conflict($"Somebody has just made a source \"{name}\".\nMaybe try again.");
                }

                transaction.Record(SourceStore.Scope, new Change(
                    SourceStore.Entity, made.Id.ToString(), made.Version, ChangeOperation.Put));
                return made;
            },
            token);
    }
}
