using Muster.Domain.Identity;
using Muster.Domain.People;
using Muster.Server.Api.Access;
using Muster.Server.Schedules;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>Published schedules: read, changed, published into, put back.</summary>
public static class SchedulesApi
{
    public static void MapSchedulesApi(this IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapGet("/grid", GridAsync).RequiresSomewhere(Permissions.ScheduleView).Answers<GridView>()
            .Called("Reads the schedule of a unit", "As published, as a draft would have it, or as it was.");
        schedules.MapGet("/breaches", BreachesAsync).RequiresSomewhere(Permissions.ScheduleView)
            .Answers<Page<BreachView>>().Called("Lists the rules of work plans that agents' days break");
        schedules.MapPost("/publish", (HttpContext http, PublishEndpoint endpoint, PublishBody body) =>
                endpoint.PublishAsync(http, body))
            .RequiresSomewhere(Permissions.SchedulePublish).Answers<PublishedView>().Answers<PublishedView>(202)
            .Called("Publishes a draft",
                "Answers when every node serves it; 409 names each agent and day that others changed meanwhile.");
        schedules.MapPost("/{id:guid}/publish",
                (HttpContext http, PublishEndpoint endpoint, Guid id, PublishBody body) =>
                    endpoint.PublishAsync(http, body with { ScheduleId = id }))
            .RequiresSomewhere(Permissions.SchedulePublish).Answers<PublishedView>().Answers<PublishedView>(202)
            .Called("Publishes the draft of the address", "As POST /schedules/publish.");
        schedules.MapGet("/publish/progress",
                (HttpContext http, PublishEndpoint endpoint, [AsParameters] PublishProgressQuery asked) =>
                    endpoint.ProgressAsync(http, asked.IdempotencyKey))
            .RequiresSomewhere(Permissions.SchedulePublish).Answers<PublishProgressView>()
            .Called("Says how far a publish of many days is", "Also one that puts schedules back.");
        schedules.MapPost("/units/{unit:guid}/edits",
                (HttpContext http, PublishEndpoint endpoint, Guid unit, EditsBody body) =>
                    endpoint.EditAsync(http, unit, body))
            .RequiresSomewhere(Permissions.SchedulePublish).Answers<PublishedView>().Answers<PublishedView>(202)
            .Called("Changes the published schedule", "In steps, at once for everybody.");
        schedules.MapGet("/revisions", RevisionsAsync).RequiresSomewhere(Permissions.ScheduleView)
            .Answers<Page<RevisionView>>().Called("Lists the versions of a unit's schedule", "The latest first.");
        schedules.MapPost("/revisions/{version:long}/restore",
                (HttpContext http, PublishEndpoint endpoint, long version, RestoreBody body) =>
                    endpoint.RestoreAsync(http, version, body))
            .RequiresSomewhere(Permissions.SchedulePublish).Answers<PublishedView>().Answers<PublishedView>(202)
            .Called("Puts schedules back", "What a version changed is taken back, or all is as it was with it.");
        schedules.MapGet("/agents/{agent:guid}/days/{day}/versions", VersionsAsync)
            .RequiresSomewhere(Permissions.ScheduleView).Answers<Page<DayVersionView>>()
            .Called("Lists all that a published day ever was", "The latest first.");
        schedules.MapGet("/notices", NoticesAsync).RequiresSomewhere(Permissions.ScheduleView)
            .Answers<Page<NoticeView>>()
            .Called("Lists what the agents of a unit were told", "Of the latest version first; with who has seen it.");
    }

    private static async Task<IResult> GridAsync(
        HttpContext http, DraftReading drafts, GridReading reading, [AsParameters] GridQuery asked)
    {
        var found = asked.Check() is { } wrong
            ? wrong
            : await drafts.FindAsync(http, asked.ManagementUnitId, asked.DraftId);
        if (found.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var grid = await reading.ReadAsync(found.Value.Unit, asked, found.Value.Draft, http.RequestAborted);
        return grid.Refused is { } none ? Problems.Of(none, http) : TypedResults.Ok(grid.Value);
    }

    private static async Task<IResult> BreachesAsync(
        HttpContext http, DraftReading drafts, BreachReading reading, [AsParameters] BreachesQuery asked)
    {
        var found = asked.Check() is { } wrong
            ? wrong
            : await drafts.FindAsync(http, asked.ManagementUnitId, asked.DraftId);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(new Page<BreachView>(await reading.ReadAsync(
                found.Value.Unit, asked, found.Value.Draft?.Id, http.RequestAborted)));
    }

    private static Task<IResult> RevisionsAsync(
        HttpContext http, UnitPages pages, ScheduleStore store, [AsParameters] UnitPageQuery asked) =>
        pages.AnswerAsync(
            http, (asked.ManagementUnitId, asked.Limit), PageRequest.Number(asked.Cursor, long.MaxValue),
            store.ListRevisionsAsync,
            (rows, limit) => PageRequest.Cut(rows, limit, revision => revision.Version, RevisionView.Of));

    private static Task<IResult> NoticesAsync(
        HttpContext http, UnitPages pages, NoticeStore notices, [AsParameters] UnitNoticesQuery asked) =>
        pages.AnswerAsync(
            http, (asked.ManagementUnitId, asked.Limit), PageRequest.Text(asked.Cursor).Then(NoticePlace.Read),
            (unit, place, limit, token) => notices.ListOfUnitAsync(unit, place, asked.Version, limit, token),
            (rows, limit) => PageRequest.Cut(rows, limit, NoticePlace.Of, NoticeView.Of));

    private static async Task<IResult> VersionsAsync(
        HttpContext http, ScheduleUnits units, ScheduleStore store, Guid agent, DateOnly day)
    {
        var versions = await store.ListVersionsAsync(
            new AgentId(agent), LocalDate.FromDateOnly(day), http.RequestAborted);
        var seen = new List<DayVersionView>();
        foreach (var version in versions)
        {
            var unit = await units.FindAsync(
                http.Caller(), version.Day.ManagementUnit, Permissions.ScheduleView, http.RequestAborted);
            if (unit.Refused is null)
            {
                seen.Add(DayVersionView.Of(version));
            }
        }

        return TypedResults.Ok(new Page<DayVersionView>(seen));
    }
}
