using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Organization;
using Muster.Server.Schedules;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>What agents see of their own schedule.</summary>
public sealed class MyEndpoint(
    MyAgent me, ScheduleCache cache, ScheduleReceipts receipts, NoticeStore notices, OrganizationCache organization,
    ApiWrites writes, TimeProvider time)
{
    private const int DefaultDays = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IResult> ScheduleAsync(HttpContext http, MyDaysQuery asked)
    {
        var found = await me.FindAsync(http.Caller(), http.RequestAborted);
        if ((asked.Check() ?? found.Refused) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        return await BehindAsync(http) ?? TypedResults.Ok(await ReadAsync(found.Value, asked, http.RequestAborted));
    }

    /// <summary>What the caller was told; that it has arrived is noted.</summary>
    public async Task<IResult> NoticesAsync(HttpContext http, bool all, int limit)
    {
        var found = await me.FindAsync(http.Caller(), http.RequestAborted);
        if (found.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var told = await notices.ListAsync(found.Value.Id, all, limit, http.RequestAborted);
        await notices.DeliverAsync(found.Value.Id, told.Select(notice => notice.Id), http.RequestAborted);
        var changes = (await notices.ListChangesAsync(
            found.Value.Id, told.Select(notice => notice.Version), http.RequestAborted))
            .ToLookup(change => change.Version);
        var known = await organization.CurrentAsync(http.RequestAborted);
        var hours = BusinessOf(known, found.Value)?.NoticeHours ?? 0;
        return TypedResults.Ok(new Page<MyNoticeView>([.. told.Select(notice => MyNoticeView.Of(
            notice, changes[notice.Version], known.DayAt(notice.At.AddHours(hours), found.Value.ManagementUnit),
            Activities(known, changes[notice.Version].SelectMany(
                change => change.After.Activities.Concat(change.Before?.Activities ?? [])))))]));
    }

    public async Task<IResult> AcknowledgeAsync(HttpContext http, AcknowledgeBody body)
    {
        var found = await me.FindAsync(http.Caller(), http.RequestAborted);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : await writes.RunAsync(http, async (transaction, token) =>
            {
                var seen = await notices.AcknowledgeAsync(transaction, found.Value.Id, body.NoticeId, token);
                return seen == 0 && body.NoticeId is { } id
                    ? new Refusal.NotFound("notice", id.ToString())
                    : ApiAnswer.NoContent;
            });
    }

    private async Task<MyScheduleView> ReadAsync(Agent agent, MyDaysQuery asked, CancellationToken token)
    {
        var (now, known) = (time.GetUtcNow(), await organization.CurrentAsync(token));
        var today = known.DayAt(now, agent.ManagementUnit);
        var from = asked.From is { } given ? LocalDate.FromDateOnly(given) : today;
        var (version, days) = await cache.DaysAsync(
            agent.Id, from, from.PlusDays(asked.Days ?? DefaultDays), token);
        var unit = agent.ManagementUnit is { } id ? known.ManagementUnits.Find(id) : null;
        var zone = unit is null ? DateTimeZone.Utc : known.ZoneOf(unit);
        return new MyScheduleView(
            agent.Id.Value, agent.FullName, version, now, zone.Id, today,
            BusinessOf(known, agent)?.WeekStart ?? IsoDayOfWeek.Monday,
            [.. days.Select(DayView.Of)], Activities(known, days.SelectMany(day => day.Content.Activities)));
    }

    private static BusinessUnit? BusinessOf(OrganizationSnapshot known, Agent agent) =>
        agent.ManagementUnit is { } id && known.ManagementUnits.Find(id) is { } unit
            ? known.BusinessUnits.Find(unit.BusinessUnitId)
            : null;

    private static IReadOnlyList<MyActivityView> Activities(
        OrganizationSnapshot known, IEnumerable<PlannedActivity> activities) =>
    [
        .. activities.Select(activity => activity.Code).Distinct().Select(known.ActivityCodes.Find)
            .OfType<ActivityCode>().Select(MyActivityView.Of),
    ];

    private async Task<IResult?> BehindAsync(HttpContext http)
    {
        var needed = MinScheduleVersion.Of(http);
        if (needed.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        return needed.Value is not { } version
            || await receipts.WaitHereAsync(version, Patience, http.RequestAborted)
            ? null
            : MinScheduleVersion.NotYet(
                http, $"This node does not have version {version} of the schedules yet.\nMaybe ask again soon.");
    }
}
