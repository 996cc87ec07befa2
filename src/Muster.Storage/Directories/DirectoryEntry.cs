using Muster.Domain.Sources;

namespace Muster.Storage.Directories;

/// <summary>An object of the directory as it is now.</summary>
/// <param name="Tenant">Whose it is, or was; a tenant is its own.</param>
/// <param name="Version">Grows with every change of the object, also when it goes and comes back.</param>
/// <param name="Content">In the written form; null when the object is gone.</param>
public sealed record DirectoryEntry(
    ObjectKind Kind, string ExternalId, string Tenant, long Version, DateTimeOffset At, string? Content)
{
    public bool IsGone => Content is null;

    /// <summary>The object as its change and its line in a snapshot tell it.</summary>
    public string Written => SourceObjectJson.Write(Head, Content);

    /// <summary>Everything but the content.</summary>
    public SourceObject Head => new(Kind, ExternalId, Version, At, null);
}
