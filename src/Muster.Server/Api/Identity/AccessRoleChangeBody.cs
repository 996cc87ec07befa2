namespace Muster.Server.Api.Identity;

/// <summary>What to change of an access role; what is absent stays.</summary>
public sealed record AccessRoleChangeBody(
    string? Name = null, string? Description = null, IReadOnlyList<string>? Permissions = null);
