using System.Collections.Frozen;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;

namespace Muster.Server.Identity;

/// <summary>What an access role is to be; null leaves as it is.</summary>
/// <param name="ExpectedVersion">The version the change was made from; not looked at for a new role.</param>
public sealed record AccessRoleChange(
    long ExpectedVersion, string? Name, string? Description, IReadOnlyList<string>? PermissionNames)
{
    public IReadOnlyList<Permission> Known { get; } =
        [.. (PermissionNames ?? []).Select(Permissions.Find).OfType<Permission>()];

    public Refusal? Check()
    {
        var checks = new FieldChecks().Text("name", Name, 1, 100).Text("description", Description, 0, 500);
        foreach (var (i, name) in (PermissionNames ?? []).Index())
        {
            checks.That(Permissions.Find(name) is not null, $"permissions[{i}]", "names no permission.");
        }

        return checks.Refusal;
    }

    public AccessRole Apply(AccessRole role) => role with
    {
        Name = Name ?? role.Name,
        Description = Description ?? role.Description,
        Permissions = PermissionNames is null ? role.Permissions : Known.ToFrozenSet(),
    };
}
