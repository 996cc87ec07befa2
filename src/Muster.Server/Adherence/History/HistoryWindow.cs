using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Parts of the time, side by side, as instants.</summary>
/// <param name="Part">The number of the first.</param>
/// <param name="Starts">When each begins.</param>
/// <param name="End">When the last ends.</param>
internal sealed record HistoryWindow(long Part, IReadOnlyList<Instant> Starts, Instant End);
