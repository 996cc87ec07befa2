using Muster.Domain.Identity;

namespace Muster.Server.Identity;

/// <summary>An asked-for grant.</summary>
public readonly record struct GrantRequest(Guid RoleId, GrantScopeKind ScopeKind, Guid? ScopeId);
