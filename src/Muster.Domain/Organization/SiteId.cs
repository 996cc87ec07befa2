using System.Text.Json.Serialization;

namespace Muster.Domain.Organization;

/// <summary>A place of work, as a directory knows it. Ids are ordered by creation (UUID version 7).</summary>
[JsonConverter(typeof(ItemIdConverter<SiteId>))]
public readonly record struct SiteId(Guid Value) : IItemId<SiteId>
{
    public static SiteId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
