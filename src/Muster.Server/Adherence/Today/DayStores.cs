using Muster.Storage.Adherence;
using Muster.Storage.Events;
using Muster.Storage.People;
using Muster.Storage.Schedules;

namespace Muster.Server.Adherence.Today;

/// <summary>What an agent's day is judged from.</summary>
public sealed record DayStores(
    AgentStore Agents, ScheduleStore Schedules, ToldDayStore Days, EventLogStore Log, FeedStore Feeds);
