namespace Muster.Storage.Events;

/// <summary>Which quarantined lines are meant; null: whatever it is.</summary>
/// <param name="Source">The source's number.</param>
public readonly record struct QuarantineFilter(int? Source, QuarantineKind? Kind, long[]? Ids = null);
