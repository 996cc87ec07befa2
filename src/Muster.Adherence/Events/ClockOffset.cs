using NodaTime;

namespace Muster.Adherence.Events;

/// <summary>
/// From a moment on, a source's clock is wrong by so much: it is added to the times of the source's events. It holds
/// until the next one of that source; before the first, clocks are right.
/// </summary>
/// <param name="From">By the source's clock.</param>
/// <param name="Milliseconds">Positive where the source's clock is slow. At most a day either way.</param>
public sealed record ClockOffset(string Source, Instant From, int Milliseconds);
