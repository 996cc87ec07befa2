using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Muster.Server.Adherence.Today;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>Who is scheduled on queue on a day, and who was there.</summary>
public sealed class DayAgents(ServingAgents serving, ScheduleStore schedules, PresenceDesk presence)
{
    /// <param name="groups">The unit's.</param>
    public async Task<AgentsOfDay> ReadAsync(
        (OrganizationSnapshot Known, BusinessUnit Unit) of, IReadOnlyList<PlanningGroup> groups, DayFrame frame,
        CancellationToken token)
    {
        // The version first: what is read after it is at least as new.
        var version = await schedules.VersionAsync(token);
        var agents = await serving.ReadAsync(of, groups, frame.Date, token);

        // A night shift of the day before reaches into it, and the day after of units further east.
        var days = await schedules.ListAsync(agents.Keys, frame.Date.PlusDays(-1), frame.Date.PlusDays(2), token);
        var there = await presence.AskAsync(agents.Keys, frame.Day, token);
        return new AgentsOfDay
        {
            ScheduleVersion = version,
            Scheduled = days.Any(day => IsOf(frame, day))
                ? [.. days.Select(day => new AgentPresence(
                    agents[day.Agent], OnQueue(day.Content.Visible(), of.Known)))]
                : null,
            OnQueue = there is null || there.OnQueue.Count == 0
                ? null
                : [.. there.OnQueue.Select(one => new AgentPresence(agents[one.Key], one.Value))],
            AsOf = there?.AsOf,
            Unknown = there?.Unknown ?? [],
        };
    }

    // The end of yesterday's night shift does not mean that this day is published.
    private static bool IsOf(DayFrame frame, AgentDay day) => day.Day == frame.Date
        || (day.Day > frame.Date && day.Content.Visible().Any(activity =>
            activity.Start < frame.Day.End && activity.End > frame.Day.Start));

    private static IReadOnlyList<Interval> OnQueue(
        IReadOnlyList<PlannedActivity> activities, OrganizationSnapshot known) =>
    [
        .. activities
            .Where(activity => known.ActivityCodes.Find(activity.Code)?.Category == ActivityCategory.OnQueue)
            .Select(activity => new Interval(activity.Start, activity.End)),
    ];
}
