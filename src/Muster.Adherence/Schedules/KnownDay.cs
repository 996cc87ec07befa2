using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>The version that a piece was judged by.</summary>
/// <param name="ToldAt">When it reached the agent; null: not yet, or nobody said.</param>
internal readonly record struct KnownDay(long Version, Instant? ToldAt);
