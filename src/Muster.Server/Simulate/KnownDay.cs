using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>An agent's published day, with what is no work left out.</summary>
/// <param name="Activities">In order, without overlap; the last may end on the next day.</param>
public sealed record KnownDay(LocalDate Day, IReadOnlyList<TimedActivity> Activities);
