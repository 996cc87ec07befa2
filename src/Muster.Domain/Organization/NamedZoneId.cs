using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>A time zone under the name that a company gives it. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<NamedZoneId>))]
public readonly record struct NamedZoneId(Guid Value) : IItemId<NamedZoneId>
{
    public static NamedZoneId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
