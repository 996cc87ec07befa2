using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>What somebody is able to do. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<SkillId>))]
public readonly record struct SkillId(Guid Value) : IItemId<SkillId>
{
    public static SkillId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
