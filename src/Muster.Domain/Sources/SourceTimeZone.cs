namespace Muster.Domain.Sources;

/// <param name="Name">What the company calls it.</param>
/// <param name="Zone">A name of the IANA time zone database: "Europe/Berlin".</param>
public sealed record SourceTimeZone(string Tenant, string Name, string Zone) : SourceContent;
