using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Muster.Domain.Calendars;

/// <summary>
/// An agent's published days as events: one for each stretch of work, with what it consists of in its description, and
/// one for each time off. What touches is one stretch.
/// </summary>
public sealed class ScheduleCalendar(OrganizationSnapshot known, DateTimeZone zone)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <param name="at">When the day was published.</param>
    public IEnumerable<CalendarEvent> Of(AgentDay day, Instant at)
    {
        var counts = new Dictionary<bool, int>();
        foreach (var stretch in Stretches(day.Content.Visible()))
        {
            var isOff = IsOff(stretch[0]);
            var number = counts[isOff] = counts.GetValueOrDefault(isOff) + 1;
            yield return new CalendarEvent
            {
                Uid = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{day.Agent.Value:N}-{Date.Format(day.Day)}-{(isOff ? "off" : "work")}{number}@muster"),
                Start = stretch[0].Start,
                End = stretch[^1].End,
                Summary = Summary(day.Content, stretch),
                Description = stretch.Count == 1 ? "" : Description(stretch),
                ChangedAt = at,
                Changes = day.Version - 1,
                IsFree = isOff,
            };
        }
    }

    private static bool IsOff(PlannedActivity activity) => activity.Layer == ActivityLayer.TimeOff;

    private static IEnumerable<List<PlannedActivity>> Stretches(IEnumerable<PlannedActivity> visible)
    {
        var stretch = new List<PlannedActivity>();
        foreach (var next in visible)
        {
            if (stretch.Count > 0 && (stretch[^1].End != next.Start || IsOff(stretch[^1]) != IsOff(next)))
            {
                yield return stretch;
                stretch = [];
            }

            stretch.Add(next);
        }

        if (stretch.Count > 0)
        {
            yield return stretch;
        }
    }

    // A shift is called by its work, not by the breaks in it.
    private string Summary(DayContent content, List<PlannedActivity> stretch)
    {
        var work = content.Of(ActivityLayer.Work)
            .Where(activity => activity.Start < stretch[^1].End && activity.End > stretch[0].Start);
        var named = IsOff(stretch[0]) ? stretch : work;
        return string.Join(", ", named.Select(activity => Name(activity.Code)).Distinct());
    }

    private string Description(IEnumerable<PlannedActivity> stretch) => string.Join('\n', stretch
        .Select(activity => $"{At(activity.Start)}–{At(activity.End)} {Name(activity.Code)}")
        .Append($"Times of {zone.Id}"));

    private string Name(ActivityCodeId code) => known.ActivityCodes.Find(code)?.Name ?? "Something that is gone";

    private string At(Instant at) => Clock.Format(at.InZone(zone).TimeOfDay);
}
