using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>What belongs to a business unit.</summary>
public abstract record UnitItem<TId> : IdentifiedItem<TId>
    where TId : struct, IItemId<TId>
{
    [JsonPropertyOrder(-2)]
    public required BusinessUnitId BusinessUnitId { get; init; }

    public sealed override ItemReference? Owner() =>
        new("business_unit_id", OrganizationKinds.BusinessUnit, BusinessUnitId.Value);
}
