using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>A customer of its own. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<TenantId>))]
public readonly record struct TenantId(Guid Value) : IItemId<TenantId>
{
    public static TenantId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
