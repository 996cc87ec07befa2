using NodaTime;

namespace Muster.Server.Demo.Content;

/// <summary>A file of samples/calls that becomes the history of queues.</summary>
/// <param name="LastDay">The Sunday of its last whole week.</param>
/// <param name="Minutes">Length of the queues' intervals.</param>
/// <param name="Queue">Whose calls they are; null: those of the types.</param>
/// <param name="Types">A file that tells calls by type, for some weeks; each type is a queue.</param>
public sealed record HistoryContent(
    string File, LocalDate LastDay, int Minutes, string? Queue = null, string? Types = null);
