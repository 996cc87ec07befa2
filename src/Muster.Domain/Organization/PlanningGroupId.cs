using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>Contacts that are planned together. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<PlanningGroupId>))]
public readonly record struct PlanningGroupId(Guid Value) : IItemId<PlanningGroupId>
{
    public static PlanningGroupId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
