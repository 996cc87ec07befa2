namespace Muster.Domain.Sources;

/// <summary>A telephone system, at which agents sign in with their logins.</summary>
public sealed record SourceSwitch(string Tenant, string Name) : SourceContent;
