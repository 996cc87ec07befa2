using Muster.Storage.Adherence;
using Muster.Storage.Events;
using Muster.Storage.Schedules;

namespace Muster.Server.Adherence.Today;

/// <summary>What an agent's day is judged from.</summary>
public sealed record DayStores(
    ScheduleStore Schedules, ToldDayStore Days, EventLogStore Log, FeedStore Feeds, ApprovalStore Approvals,
    EventLossStore Losses);
