namespace Muster.Domain.Sources;

public sealed record SourceSkill(string Tenant, string Name) : SourceContent;
