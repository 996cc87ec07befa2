namespace Muster.Domain.Sources;

/// <summary>Some changes after a cursor, in the order in which they happened.</summary>
/// <param name="Next">The cursor after them; the same when there were none.</param>
/// <param name="HasMore">Whether more are there already.</param>
public sealed record SourceChanges(IReadOnlyList<SourceRow> Rows, string Next, bool HasMore);
