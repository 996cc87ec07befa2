using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>A part of a management unit. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<TeamId>))]
public readonly record struct TeamId(Guid Value) : IItemId<TeamId>
{
    public static TeamId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
