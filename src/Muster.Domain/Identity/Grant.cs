namespace Muster.Domain.Identity;

/// <summary>An access role given to a user or client, within a scope.</summary>
public sealed record Grant(AccessRoleId Role, string RoleName, GrantScope Scope);
