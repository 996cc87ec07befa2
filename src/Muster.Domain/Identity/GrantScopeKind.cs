namespace Muster.Domain.Identity;

/// <summary>How far a grant reaches.</summary>
public enum GrantScopeKind
{
    All,
    BusinessUnit,
    ManagementUnit,
}
