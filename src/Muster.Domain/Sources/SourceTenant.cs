namespace Muster.Domain.Sources;

/// <summary>A customer of its own; names repeat freely between tenants.</summary>
public sealed record SourceTenant(string Name) : SourceContent;
