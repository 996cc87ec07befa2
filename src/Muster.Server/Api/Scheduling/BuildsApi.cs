using Muster.Domain.Identity;
using Muster.Domain.Scheduling;
using Muster.Server.Api.Access;
using Muster.Server.Api.Demand;
using Muster.Server.Api.Writes;
using Muster.Server.Organization;
using Muster.Server.Scheduling;
using Muster.Storage.Scheduling;

namespace Muster.Server.Api.Scheduling;

/// <summary>Builds of schedules, what came of them, and the pool that builds them.</summary>
public static class BuildsApi
{
    public static void MapBuildsApi(this IEndpointRouteBuilder api)
    {
        var builds = api.MapGroup("/builds").WithTags("Schedules");
        builds.MapGet("/", ListAsync).RequiresSomewhere(Permissions.ScheduleView).Answers<Page<BuildView>>()
            .Called("Lists the builds of a business unit", "The latest first.");
        builds.MapPost("/", CreateAsync).RequiresSomewhere(Permissions.ScheduleEdit).Answers<BuildView>(202)
            .Called("Asks for a build of schedules",
                "Builders that are free take it; state, sentence and the units' progress tell how far it is.");
        builds.MapGet("/{id:guid}", GetAsync).RequiresSomewhere(Permissions.ScheduleView).Answers<BuildDetailsView>()
            .Called("Reads a build", "With progress, findings and the best cost of each management unit.");
        builds.MapGet("/{id:guid}/units/{unit:guid}/schedule", GetScheduleAsync)
            .RequiresSomewhere(Permissions.ScheduleView).Answers<BuiltSchedule>()
            .Called("Reads the best schedule of a unit so far", "Also while it is being built.");
        builds.MapPost("/{id:guid}/stop",
                (HttpContext http, BuildEndpoint endpoint, Guid id) => endpoint.StopAsync(http, id))
            .RequiresSomewhere(Permissions.ScheduleEdit).Answers<BuildView>()
            .Called("Stops a build and keeps the best", "As if its time were up.");
        builds.MapPost("/{id:guid}/cancel",
                (HttpContext http, BuildEndpoint endpoint, Guid id) => endpoint.CancelAsync(http, id))
            .RequiresSomewhere(Permissions.ScheduleEdit).Answers<BuildView>()
            .Called("Cancels a build", "Nothing more is searched.");
        builds.MapDelete("/{id:guid}",
                (HttpContext http, BuildEndpoint endpoint, Guid id) => endpoint.RemoveAsync(http, id))
            .RequiresSomewhere(Permissions.ScheduleEdit).AnswersNothing().Called("Removes a build");
        api.MapGet("/builders", ListBuildersAsync).WithTags("Schedules").RequiresSomewhere(Permissions.ScheduleView)
            .Answers<Page<BuilderView>>().Called("Lists the pool of builders", "Those that are alive.");
        api.MapGet("/system/builders", DescribePoolAsync).WithTags("Schedules").Requires(Permissions.SystemView)
            .Answers<BuilderPoolView>().Called("Describes builders and jobs",
                "Which builder is at what since when, and which builds wait, of all business units.");
    }

    private static Task<IResult> ListAsync(
        HttpContext http, PlanningAccess access, BuildStore store, [AsParameters] BuildListQuery query) =>
        access.InUnitAsync(http, query.BusinessUnitId, Permissions.ScheduleView, async unit =>
        {
            var limit = PageRequest.Limit(query.Limit);
            var before = PageRequest.Id(query.Cursor, Guid.AllBitsSet);
            return (limit.Refused ?? before.Refused) is { } refusal
                ? Problems.Of(refusal, http)
                : TypedResults.Ok(PageRequest.Cut(
                    await store.ListAsync(unit.Id, new BuildId(before.Value), limit.Value + 1, http.RequestAborted),
                    limit.Value, build => build.Id, BuildView.Of));
        });

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, PlanningAccess access, Builds builds, NewBuildBody body) =>
        access.InUnitAsync(http, body.BusinessUnitId, Permissions.ScheduleEdit, _ =>
            writes.RunAsync(http, async (transaction, token) =>
                (await builds.CreateAsync(transaction, body.Build(transaction.Context, http.Caller()), token))
                .Then(build => new ApiAnswer(
                    202, BuildView.Of(build), $"{ApiRoot.Path}/builds/{build.Id}", build.Version))));

    private static async Task<IResult> GetAsync(HttpContext http, BuildReading reading, Guid id)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ScheduleView, http.RequestAborted);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(await reading.DetailsAsync(found.Value, http.RequestAborted));
    }

    private static async Task<IResult> GetScheduleAsync(HttpContext http, BuildReading reading, Guid id, Guid unit)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ScheduleView, http.RequestAborted);
        var schedule = found.Refused is { } missing
            ? missing
            : await reading.ScheduleAsync(found.Value, unit, http.RequestAborted);
        return schedule.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Text(schedule.Value, "application/json");
    }

    private static async Task<BuilderPoolView> DescribePoolAsync(
        HttpContext http, BuildStore builds, BuildPartStore parts, TimeProvider time)
    {
        var token = http.RequestAborted;
        var open = await builds.ListOpenAsync(token);
        var jobs = (await parts.ListJobsAsync(token)).ToLookup(row => row.Build);
        return new BuilderPoolView(
            [.. (await parts.ListBuildersAsync(token)).Select(BuilderView.Of)],
            [.. open.Select(build => BuildJobView.Of(build, jobs[build.Id], time.GetUtcNow()))]);
    }

    private static async Task<IResult> ListBuildersAsync(BuildPartStore parts, HttpContext http) =>
        TypedResults.Ok(new Page<BuilderView>(
            [.. (await parts.ListBuildersAsync(http.RequestAborted)).Select(BuilderView.Of)]));
}
