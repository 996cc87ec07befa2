using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>How far a simulation is.</summary>
/// <param name="Now">The simulated time.</param>
/// <param name="Sent">Lines that the node took.</param>
/// <param name="Calls">Of the day so far, all queues together.</param>
/// <param name="IsOut">Whether the feed is out at the moment.</param>
public sealed record SimulateNews(ZonedDateTime Now, long Sent, IntervalCounts Calls, bool IsOut);
