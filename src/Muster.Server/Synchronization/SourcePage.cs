using Muster.Domain.Sources;

namespace Muster.Server.Synchronization;

/// <summary>Some words of a source, to be applied in one transaction.</summary>
/// <param name="IsCurrent">They are what holds now, not what happened once.</param>
public sealed record SourcePage(IReadOnlyList<SourceObject> Objects, bool IsCurrent)
{
    /// <summary>
    /// How many objects a page may well have: few enough that a change that comes meanwhile waits only a moment.
    /// </summary>
    public const int Size = 250;

    /// <summary>Rows that could not be used.</summary>
    public IReadOnlyList<RejectedRow> Rejected { get; init; } = [];

    /// <summary>Where changes go on from after it; null: it moves no cursor.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether who would end is only found, not ended.</summary>
    public bool DefersEnds { get; init; }
}
