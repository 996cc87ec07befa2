namespace Muster.Storage.Events;

/// <summary>How many lines of a source are in quarantine for one reason.</summary>
/// <param name="Source">The source's number.</param>
public readonly record struct QuarantineCount(int Source, QuarantineKind Kind, long Lines);
