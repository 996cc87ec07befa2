namespace Muster.Adherence.Events;

/// <summary>A state as a source calls it.</summary>
/// <param name="Source">The name of the source: a telephone system, a chat platform.</param>
/// <param name="Reason">The reason code that went with the state; null: none.</param>
public readonly record struct SourceState(string Source, string State, string? Reason);
