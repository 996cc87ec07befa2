namespace Muster.Domain.Sources;

/// <param name="Code">What the person signs in with at that switch.</param>
public sealed record SourceLogin(string Switch, string Code);
