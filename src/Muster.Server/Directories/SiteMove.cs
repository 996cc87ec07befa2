namespace Muster.Server.Directories;

/// <summary>What a site is to be.</summary>
/// <param name="Tenant">Null when it is to be removed.</param>
/// <param name="Parent">The site that it is a part of; null at the top.</param>
public sealed record SiteMove(string Site, string? Tenant, string? Parent);
