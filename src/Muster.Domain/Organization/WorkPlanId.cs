using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>How somebody works by contract. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<WorkPlanId>))]
public readonly record struct WorkPlanId(Guid Value) : IItemId<WorkPlanId>
{
    public static WorkPlanId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
