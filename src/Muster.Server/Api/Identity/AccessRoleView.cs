using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>An access role as the API shows it, and as the audit trail keeps it.</summary>
public sealed record AccessRoleView(
    Guid Id, string Name, string Description, bool BuiltIn, IReadOnlyList<string> Permissions, long Version)
{
    public static AccessRoleView Of(AccessRole role) => new(
        role.Id.Value, role.Name, role.Description, role.BuiltIn is not null,
        [.. Domain.Identity.Permissions.All.Where(role.Permissions.Contains).Select(permission => permission.Name)],
        role.Version);
}
