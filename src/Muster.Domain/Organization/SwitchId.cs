using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>A telephone system. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<SwitchId>))]
public readonly record struct SwitchId(Guid Value) : IItemId<SwitchId>
{
    public static SwitchId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
