namespace Muster.Server.Api.Identity;

/// <summary>What to change of a user; what is absent stays. An empty e-mail removes it.</summary>
public sealed record UserChangeBody(string? DisplayName = null, string? Email = null, bool? Disabled = null);
