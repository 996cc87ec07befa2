using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>Whether a day can be as it is written: times, overlaps, codes. Rules of contracts are others.</summary>
/// <param name="zone">Of the management unit: its days.</param>
public sealed class DayChecks(OrganizationSnapshot organization, BusinessUnitId unit, DateTimeZone zone)
{
    public const int MostActivities = 200;

    private static readonly Duration Longest = Duration.FromHours(36);

    /// <param name="field">How the caller calls the day's activities.</param>
    /// <param name="one">How the caller calls one of them.</param>
    public void Check(
        FieldChecks checks, string field, Func<PlannedActivity, string> one, LocalDate day, DayContent content)
    {
        checks.That(content.Activities.Count <= MostActivities, field, $"must be at most {MostActivities} activities.");
        foreach (var activity in content.Activities.Take(MostActivities))
        {
            CheckOne(checks, one(activity), day, activity);
        }

        foreach (var layer in Enum.GetValues<ActivityLayer>())
        {
            CheckOverlap(checks, field, [.. content.Of(layer)]);
        }

        var work = content.Of(ActivityLayer.Work).ToList();
        foreach (var inside in content.Of(ActivityLayer.Inside).Where(inside => !IsCovered(inside, work)))
        {
            checks.That(false, field,
                $"has {Name(inside)} at {Clock(inside.Start)}, outside of every shift of the day.");
        }
    }

    private void CheckOne(FieldChecks checks, string field, LocalDate day, PlannedActivity activity)
    {
        var (start, next) = (Days.Start(day, zone), Days.Start(day.PlusDays(1), zone));
        var code = organization.ActivityCodes.Find(activity.Code);
        checks
            .That(activity.Minutes > 0, $"{field}.minutes", $"must be at least 1; it is {activity.Minutes}.")
            .That(activity.Start.ToUnixTimeTicks() % NodaConstants.TicksPerMinute == 0, $"{field}.start",
                $"must be a whole minute: {activity.Start}.")
            .That(activity.Start >= start && activity.End <= start + Longest, $"{field}.start",
                $"must lie on {day:uuuu-MM-dd} or, of a shift that started then, soon after: "
                + $"{Clock(activity.Start)} to {Clock(activity.End)} does not.")
            .That(activity.Layer != ActivityLayer.Work || activity.Start < next, $"{field}.start",
                $"{Clock(activity.Start)} is on another day than {day:uuuu-MM-dd}.")
            .That(code is { IsRemoved: false } && code.BusinessUnitId == unit, $"{field}.activity_code_id",
                $"names no activity code in use of the business unit: {activity.Code}.")
            .That(code is null || Fits(code.Category, activity.Layer), $"{field}.layer",
                $"{code?.Name} is {Words(code?.Category)}, which the layer "
                + $"{activity.Layer.ToString().ToLowerInvariant()} does not hold.");
    }

    private void CheckOverlap(FieldChecks checks, string field, List<PlannedActivity> layer)
    {
        foreach (var (before, after) in layer.Zip(layer.Skip(1)).Where(pair => pair.First.End > pair.Second.Start))
        {
            checks.That(false, field,
                $"overlap: {Name(before)} until {Clock(before.End)} and {Name(after)} from {Clock(after.Start)}.");
        }
    }

    private static bool IsCovered(PlannedActivity inside, List<PlannedActivity> work)
    {
        var at = inside.Start;
        foreach (var one in work.Where(one => one.Start <= at && one.End > at))
        {
            at = one.End;
        }

        return at >= inside.End;
    }

    private static bool Fits(ActivityCategory category, ActivityLayer layer) => category switch
    {
        ActivityCategory.OnQueue or ActivityCategory.OtherWork => layer != ActivityLayer.TimeOff,
        ActivityCategory.TimeOff => layer == ActivityLayer.TimeOff,
        ActivityCategory.Unavailable => layer != ActivityLayer.Work,
        ActivityCategory.Meeting or ActivityCategory.Training => layer != ActivityLayer.TimeOff,
        _ => layer == ActivityLayer.Inside,
    };

    private static string Words(ActivityCategory? category) => category switch
    {
        ActivityCategory.OnQueue => "work on a queue",
        ActivityCategory.OtherWork => "other work",
        ActivityCategory.TimeOff => "time off",
        null => "nothing",
        _ => $"a {category.Value.ToString().ToLowerInvariant()}",
    };

    private string Name(PlannedActivity activity) =>
        organization.ActivityCodes.Find(activity.Code)?.Name ?? activity.Code.ToString();

    private string Clock(Instant at) => at.InZone(zone).ToString("uuuu-MM-dd HH:mm", null);
}
