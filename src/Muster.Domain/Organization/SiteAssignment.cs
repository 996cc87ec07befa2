namespace Muster.Domain.Organization;

/// <summary>Whether the people of a site are planned by this installation.</summary>
public enum SiteAssignment
{
    Unassigned,

    /// <summary>Here, in the management unit that the site names.</summary>
    Here,

    /// <summary>By another server.</summary>
    Elsewhere,
}
