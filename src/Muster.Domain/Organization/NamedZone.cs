using NodaTime;

namespace Muster.Domain.Organization;

/// <summary>A time zone under the name that a company gives it: "Head office" is Europe/Berlin.</summary>
public sealed record NamedZone : TenantItem<NamedZoneId>
{
    public required DateTimeZone Zone { get; init; }
}
