using System.Globalization;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Domain.Organization;
using Muster.Server.Adherence.Today;
using Muster.Server.Api.Schedules;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Writes a judged day as people look at it.</summary>
internal static class DayViews
{
    private static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(1);

    public static AdherenceDayView Of(JudgedDay day)
    {
        var words = new ReasonText(
            day.States, id => Code(day, id)?.Name ?? "something",
            at => at.InZone(day.Unit.Zone).TimeOfDay.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        return new AdherenceDayView(
            day.Agent.Id.Value, day.Agent.FullName, day.Unit.Unit.Id.Value, day.Date, day.Unit.Zone.Id,
            day.Range.Start.ToDateTimeOffset(), day.Range.End.ToDateTimeOffset(), day.AsOf.ToDateTimeOffset(),
            day.ScheduleVersion, Versions(day), Scheduled(day), Actual(day),
            [.. day.Events.Select(one => Of(one, day.EventStates[one.State]))],
            [.. day.Spans.Select(span => Of(day, span, words.Of(span)))],
            [.. day.Approvals.Select(ApprovalView.Of)],
            [.. day.Exceptions.Select(one => Of(day, one, words.Of(one)))],
            DayTotalsView.Of(day.Totals));
    }

    private static ActivityCode? Code(JudgedDay day, ActivityCodeId? id) =>
        id is { } known ? day.Unit.Organization.ActivityCodes.Find(known) : null;

    private static IReadOnlyList<DayPublishedView> Versions(JudgedDay day) =>
    [
        .. day.Published.Where(told => told.Day.Day == day.Date).OrderByDescending(told => told.Day.Version)
            .Select(told => new DayPublishedView(
                told.ScheduleVersion, told.Day.Version, told.Author, told.PublishedAt, KnownSince(told),
                ActivityView.Of(told.Day.Content))),
    ];

    // The first publication of a day counts as known.
    private static DateTimeOffset? KnownSince(ToldDay told) =>
        told.ToldAt ?? (told.Day.Version == 1 ? told.PublishedAt : null);

    // Of each day the newest version; shifts of the day before may reach into this one.
    private static IReadOnlyList<DayScheduledView> Scheduled(JudgedDay day) =>
    [
        .. from told in day.Published.GroupBy(told => told.Day.Day).Select(all => all.MaxBy(one => one.Day.Version)!)
           from activity in told.Day.Content.Visible()
           let start = Instant.Max(activity.Start, day.Range.Start)
           let end = Instant.Min(activity.End, day.Range.End)
           let code = Code(day, activity.Code)
           where start < end && code is not null
           orderby start
           select new DayScheduledView(
               start.ToDateTimeOffset(), end.ToDateTimeOffset(), code.Id.Value, code.Name, code.Category,
               told.Day.Day, told.Day.Version, told.ScheduleVersion),
    ];

    // Spans end where the verdict changes too; what the agent does goes on.
    private static List<DayActualView> Actual(JudgedDay day)
    {
        var all = new List<DayActualView>();
        foreach (var span in day.Spans)
        {
            SourceState? state = span.State is { } number ? day.States.StateOf(number) : null;
            var next = new DayActualView(
                span.Start.ToDateTimeOffset(), span.End.ToDateTimeOffset(), span.Actual, state?.Source, state?.State,
                state?.Reason);
            if (all.Count > 0 && all[^1] with { Start = next.Start, End = next.End } == next)
            {
                all[^1] = all[^1] with { End = next.End };
            }
            else
            {
                all.Add(next);
            }
        }

        return all;
    }

    private static DayEventView Of(LoggedEvent one, SourceState state) => new(
        one.Seq, one.At, one.ReceivedAt, state.Source, state.State, state.Reason,
        one.ReceivedAt - one.At > LateAfter);

    private static DayJudgedView Of(JudgedDay day, JudgedSpan span, string reason) => new(
        span.Start.ToDateTimeOffset(), span.End.ToDateTimeOffset(), span.Verdict, span.Impact, span.Rule, reason,
        WallViews.Of(Code(day, span.Scheduled)), span.Actual, span.ScheduleVersion);

    private static DayExceptionView Of(JudgedDay day, AdherenceException one, string reason) => new(
        one.Start.ToDateTimeOffset(), one.End.ToDateTimeOffset(), one.IsOpen, one.Verdict, one.Impact, one.Rule,
        reason, WallViews.Of(Code(day, one.Scheduled)), one.Actual, one.ScheduleVersion,
        one.ToldAt?.ToDateTimeOffset(), one.ApprovalId);
}
