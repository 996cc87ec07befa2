using System.Collections.Frozen;

namespace Muster.Domain.Identity;

/// <summary>A named set of permissions that can be granted.</summary>
public sealed record AccessRole
{
    public required AccessRoleId Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Set for the roles every installation has; they cannot be changed.</summary>
    public BuiltInRole? BuiltIn { get; init; }

    public required FrozenSet<Permission> Permissions { get; init; }

    public long Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }
}
