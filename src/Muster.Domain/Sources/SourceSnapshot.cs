namespace Muster.Domain.Sources;

/// <summary>Everything that a source holds.</summary>
/// <param name="Position">Where changes go on from: nothing after it is surely in the rows.</param>
/// <param name="Rows">
/// In any order. Ends only when it was complete; else it throws <see cref="SourceBrokenException"/> or
/// <see cref="SourceAwayException"/>.
/// </param>
public sealed record SourceSnapshot(string Position, IAsyncEnumerable<SourceRow> Rows);
