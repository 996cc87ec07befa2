namespace Muster.Domain.Sources;

/// <summary>An object as a source tells of it: what it is now, or that it is gone.</summary>
/// <param name="ExternalId">The source's own name for it, unique within source and kind; never changed.</param>
/// <param name="Version">Grows with every change of the object; null from a source that does not count.</param>
/// <param name="At">When the source changed it, by the source's clock.</param>
/// <param name="Content">Null exactly when it is gone.</param>
public sealed record SourceObject(
    ObjectKind Kind, string ExternalId, long? Version, DateTimeOffset? At, SourceContent? Content)
{
    public bool IsGone => Content is null;

    /// <summary>What people call it.</summary>
    public string Label => Content switch
    {
        SourcePerson person => $"{person.FirstName} {person.LastName}",
        SourceTenant tenant => tenant.Name,
        SourceTimeZone zone => zone.Name,
        SourceSwitch at => at.Name,
        SourceSkill skill => skill.Name,
        SourceSite site => site.Name,
        _ => ExternalId,
    };
}
