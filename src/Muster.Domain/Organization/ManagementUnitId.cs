using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>A part of a business unit. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<ManagementUnitId>))]
public readonly record struct ManagementUnitId(Guid Value) : IItemId<ManagementUnitId>
{
    public static ManagementUnitId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
