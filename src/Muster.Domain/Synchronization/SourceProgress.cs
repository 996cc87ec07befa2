namespace Muster.Domain.Synchronization;

/// <summary>How far a source has been followed.</summary>
/// <param name="Cursor">Where changes go on from; null: a full run is due.</param>
/// <param name="State">"following", "full run", "held", "away", "off", "waiting".</param>
/// <param name="LastSaidAt">When the source made the last change that was applied.</param>
/// <param name="LastAt">When that was applied.</param>
/// <param name="Asked">A run that somebody has asked for.</param>
public sealed record SourceProgress(
    string? Cursor,
    string State,
    string Sentence,
    DateTimeOffset? LastSaidAt,
    DateTimeOffset? LastAt,
    DateTimeOffset? LastFullAt,
    RunKind? Asked,
    DateTimeOffset? AskedAt);
