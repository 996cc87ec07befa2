using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>When agents were on queue, as their sources tell.</summary>
/// <param name="AsOf">Up to here it is known.</param>
/// <param name="OnQueue">Of each agent who was ever heard of that day, <c>[start, end)</c> each and in order.</param>
/// <param name="Unknown">When the source of one of them was silent, in order.</param>
public sealed record Presence(
    Instant AsOf, IReadOnlyDictionary<AgentId, IReadOnlyList<Interval>> OnQueue, IReadOnlyList<Interval> Unknown);
