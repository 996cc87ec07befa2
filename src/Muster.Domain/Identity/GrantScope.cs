namespace Muster.Domain.Identity;

/// <summary>Where a grant holds: everywhere, or in one business or management unit.</summary>
public readonly record struct GrantScope
{
    private GrantScope(GrantScopeKind kind, Guid? unit) => (Kind, Unit) = (kind, unit);

    public GrantScopeKind Kind { get; }

    /// <summary>The unit; null exactly when <see cref="Kind"/> is <see cref="GrantScopeKind.All"/>.</summary>
    public Guid? Unit { get; }

    public static GrantScope All { get; } = new(GrantScopeKind.All, null);

    public static GrantScope BusinessUnit(Guid unit) => new(GrantScopeKind.BusinessUnit, unit);

    public static GrantScope ManagementUnit(Guid unit) => new(GrantScopeKind.ManagementUnit, unit);

    /// <summary>A scope from its parts, or null when they do not go together.</summary>
    public static GrantScope? From(GrantScopeKind kind, Guid? unit) => (kind, unit) switch
    {
        (GrantScopeKind.All, null) => All,
        (GrantScopeKind.BusinessUnit, { } id) => BusinessUnit(id),
        (GrantScopeKind.ManagementUnit, { } id) => ManagementUnit(id),
        _ => null,
    };

    public bool Covers(Place place) => Kind switch
    {
        GrantScopeKind.All => true,
        GrantScopeKind.BusinessUnit => place.BusinessUnit == Unit,
        GrantScopeKind.ManagementUnit => place.ManagementUnit == Unit,
        _ => false,
    };
}
