using Muster.Domain.Identity;
using Muster.Server.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>A grant asked for.</summary>
/// <param name="ScopeId">The unit; absent for the scope all.</param>
public sealed record GrantBody(Guid RoleId, GrantScopeKind ScopeKind, Guid? ScopeId = null)
{
    public static IReadOnlyList<GrantRequest> Requests(IReadOnlyList<GrantBody>? bodies) =>
        [.. (bodies ?? []).Select(body => new GrantRequest(body.RoleId, body.ScopeKind, body.ScopeId))];
}
