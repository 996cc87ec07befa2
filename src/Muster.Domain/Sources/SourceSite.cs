namespace Muster.Domain.Sources;

/// <param name="Parent">The site that it is a part of; null at the top.</param>
public sealed record SourceSite(string Tenant, string Name, string? TimeZone = null, string? Parent = null)
    : SourceContent;
