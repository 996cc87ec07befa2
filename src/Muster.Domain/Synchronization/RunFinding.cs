using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>One difference that a run has found and not (yet) applied.</summary>
/// <param name="What">"new", "changed", "ended", "gone", "back".</param>
/// <param name="Name">What people call the object.</param>
/// <param name="Fields">Which fields differ.</param>
/// <param name="Version">Of the source's word; null when it has none, or has said nothing: the object is
/// missing.</param>
/// <param name="Record">What the source said, where that is still to be applied.</param>
public sealed record RunFinding(
    ObjectKind Kind,
    string ExternalId,
    string What,
    string Name,
    IReadOnlyList<string> Fields,
    long? Version = null,
    string? Record = null);
