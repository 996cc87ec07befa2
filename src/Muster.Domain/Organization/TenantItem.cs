using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>What belongs to a tenant.</summary>
public abstract record TenantItem<TId> : IdentifiedItem<TId>
    where TId : struct, IItemId<TId>
{
    [JsonPropertyOrder(-2)]
    public required TenantId TenantId { get; init; }

    public sealed override ItemReference? Owner() => new("tenant_id", OrganizationKinds.Tenant, TenantId.Value);
}
