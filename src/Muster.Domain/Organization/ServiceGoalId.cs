using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>How well contacts are to be served. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<ServiceGoalId>))]
public readonly record struct ServiceGoalId(Guid Value) : IItemId<ServiceGoalId>
{
    public static ServiceGoalId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
