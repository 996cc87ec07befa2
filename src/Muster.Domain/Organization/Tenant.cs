namespace Muster.Domain.Organization;

/// <summary>A customer of its own. Nothing of one tenant ever names anything of another.</summary>
public sealed record Tenant : IdentifiedItem<TenantId>
{
    public override ItemReference? Owner() => null;
}
