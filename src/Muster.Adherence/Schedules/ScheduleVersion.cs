using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>
/// A version of the published schedule of an agent's day. The newest counts; the older ones say what the agent knew
/// before. The oldest version that is given of a day counts as known from the beginning, whatever
/// <paramref name="ToldAt"/> says.
/// </summary>
/// <param name="Version">Counts the changes of this day of this agent, from 1.</param>
/// <param name="ToldAt">
/// When it reached the agent: the delivery of the notice, or the publish where that was not at short notice. Null: not
/// yet. The same version may be applied again once it has.
/// </param>
public sealed record ScheduleVersion(AgentId Agent, LocalDate Day, long Version, Instant? ToldAt, DayContent Content);
