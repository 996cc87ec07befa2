using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Host;

/// <summary>Finds the built-in access roles of this installation.</summary>
public static class BuiltInRoleIds
{
    /// <summary>A request for a built-in role everywhere.</summary>
    public static async Task<GrantRequest> GrantAsync(
        IServiceProvider services, BuiltInRole builtIn, CancellationToken token)
    {
        var roles = await services.GetRequiredService<AccessRoleStore>().ListAsync(token);
        return new GrantRequest(roles.First(role => role.BuiltIn == builtIn).Id.Value, GrantScopeKind.All, null);
    }
}
