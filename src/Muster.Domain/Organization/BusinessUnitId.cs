using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>What is planned as one. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<BusinessUnitId>))]
public readonly record struct BusinessUnitId(Guid Value) : IItemId<BusinessUnitId>
{
    public static BusinessUnitId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
