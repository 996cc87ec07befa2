namespace Muster.Server.Api.Identity;

/// <summary>What to change of a client; what is absent stays.</summary>
public sealed record ClientChangeBody(string? Name = null, int? TokenMinutes = null, bool? Disabled = null);
