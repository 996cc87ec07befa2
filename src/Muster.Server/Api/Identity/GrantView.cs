using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>A grant as the API shows it.</summary>
public sealed record GrantView(Guid RoleId, string RoleName, GrantScopeKind ScopeKind, Guid? ScopeId)
{
    public static GrantView Of(Grant grant) =>
        new(grant.Role.Value, grant.RoleName, grant.Scope.Kind, grant.Scope.Unit);

    public static IReadOnlyList<GrantView> Of(IEnumerable<Grant> grants) => [.. grants.Select(Of)];
}
