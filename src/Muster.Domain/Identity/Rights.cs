using System.Collections.Frozen;

namespace Muster.Domain.Identity;

/// <summary>What somebody may do, and where. Default deny: no entry, no right.</summary>
public sealed class Rights
{
    private readonly (FrozenSet<Permission> Permissions, GrantScope Scope)[] _entries;
    private readonly FrozenSet<Permission> _ceiling;

    private Rights((FrozenSet<Permission>, GrantScope)[] entries, FrozenSet<Permission> ceiling) =>
        (_entries, _ceiling) = (entries, ceiling);

    public static Rights None { get; } = new([], []);

    public static Rights From(IEnumerable<(FrozenSet<Permission> Permissions, GrantScope Scope)> entries) =>
        new([.. entries], Domain.Identity.Permissions.All.ToFrozenSet());

    /// <summary>The same rights, reduced to some permissions: a token may carry less than its client holds.</summary>
    public Rights LimitedTo(FrozenSet<Permission> permissions) =>
        new(_entries, _ceiling.Where(permissions.Contains).ToFrozenSet());

    public bool Allow(Permission permission, Place place)
    {
        if (!_ceiling.Contains(permission))
        {
            return false;
        }

        foreach (var entry in _entries)
        {
            if (entry.Scope.Covers(place) && entry.Permissions.Contains(permission))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is any place at which it is allowed.</summary>
    public bool AllowSomewhere(Permission permission) =>
        _ceiling.Contains(permission) && _entries.Any(entry => entry.Permissions.Contains(permission));

    /// <summary>The permissions held at a place, in the order of the table.</summary>
    public IReadOnlyList<Permission> At(Place place) =>
        [.. Domain.Identity.Permissions.All.Where(permission => Allow(permission, place))];
}
