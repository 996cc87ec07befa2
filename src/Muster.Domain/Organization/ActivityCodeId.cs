using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>What somebody may be doing. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<ActivityCodeId>))]
public readonly record struct ActivityCodeId(Guid Value) : IItemId<ActivityCodeId>
{
    public static ActivityCodeId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
