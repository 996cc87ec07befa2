using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>Turns asked-for grants into grants that may be given.</summary>
public sealed class GrantRequests(AccessRoleStore roles)
{
    public async Task<Outcome<IReadOnlyList<Grant>>> ResolveAsync(
        IReadOnlyList<GrantRequest> asked, Granter granter, CancellationToken token)
    {
        var known = (await roles.ListAsync(token)).ToDictionary(role => role.Id);
        var checks = new FieldChecks();
        var grants = new List<Grant>();
        for (var i = 0; i < asked.Count; i++)
        {
            var (roleId, kind, unit) = asked[i];
            var role = known.GetValueOrDefault(new AccessRoleId(roleId));
            var scope = GrantScope.From(kind, unit);
            checks.That(role is not null, $"grants[{i}].role_id", $"names no access role: {roleId}.");
            checks.That(scope is not null, $"grants[{i}].scope_id",
                kind == GrantScopeKind.All ? "must be absent for the scope all." : "is required: the unit's id.");
            if (role is null || scope is null)
            {
                continue;
            }

            if (granter.CheckGiving(role.Permissions, scope.Value) is { } refusal)
            {
                return refusal;
            }

            grants.Add(new Grant(role.Id, role.Name, scope.Value));
        }

        return checks.Refusal is { } invalid ? invalid : grants;
    }

    /// <summary>
    /// Refuses to change somebody who holds more than the granter: else a password reset would take it over.
    /// </summary>
    public async Task<Refusal?> CheckTakingOverAsync(
        IReadOnlyList<Grant> held, Granter granter, CancellationToken token)
    {
        var known = (await roles.ListAsync(token)).ToDictionary(role => role.Id);
        return held
            .Select(grant => granter.CheckGiving(known[grant.Role].Permissions, grant.Scope))
            .FirstOrDefault(refusal => refusal is not null);
    }
}
