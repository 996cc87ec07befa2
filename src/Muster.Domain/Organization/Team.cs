using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>Some agents of a management unit.</summary>
public sealed record Team : IdentifiedItem<TeamId>
{
    [JsonPropertyOrder(-2)]
    public required ManagementUnitId ManagementUnitId { get; init; }

    public override ItemReference? Owner() =>
        new("management_unit_id", OrganizationKinds.ManagementUnit, ManagementUnitId.Value);
}
