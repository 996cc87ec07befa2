using NodaTime;

namespace Muster.Domain.Organization;

/// <summary>A part of a business unit, led by somebody: often a site.</summary>
public sealed record ManagementUnit : UnitItem<ManagementUnitId>
{
    /// <summary>The zone of its people where it is not the business unit's; null: it is.</summary>
    public DateTimeZone? Zone { get; init; }
}
