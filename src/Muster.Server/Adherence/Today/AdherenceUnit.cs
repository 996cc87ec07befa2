using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>A management unit whose adherence is looked at.</summary>
public sealed record AdherenceUnit(OrganizationSnapshot Organization, BusinessUnit Business, ManagementUnit Unit)
{
    public DateTimeZone Zone => Organization.ZoneOf(Unit);
}
