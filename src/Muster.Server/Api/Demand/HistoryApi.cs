using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Demand;
using Muster.Server.Organization;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>What came: by queue and interval.</summary>
public static class HistoryApi
{
    private const int LargestBody = 32 * 1024 * 1024;
    private const int LargestFile = 256 * 1024 * 1024;

    public static void MapHistoryApi(this IEndpointRouteBuilder api)
    {
        var history = api.MapGroup("/history").WithTags("Forecasts");
        history.MapGet("/queues", ListQueuesAsync).RequiresSomewhere(Permissions.ForecastView)
            .Answers<Page<HistoryQueueView>>()
            .Called("Lists the queues of a business unit whose history is there", "With from when to when.");
        history.MapDelete("/queues", RemoveQueueAsync).RequiresSomewhere(Permissions.ForecastEdit).AnswersNothing()
            .Called("Forgets the history of a queue");
        history.MapPost("/rows", WriteAsync).RequiresSomewhere(Permissions.ForecastEdit).Answers<HistoryCountsView>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Called("Writes history", "All rows or none. The same interval written again is the same row.");
        history.MapPost("/import", ImportAsync).RequiresSomewhere(Permissions.ForecastEdit)
            .Accepts<string>("text/csv", "application/octet-stream").Answers<ImportView>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile))
            .Called("Imports a CSV file of history, or previews it",
                "Columns, formats and lengths are found out. Rows that cannot be used are told, each with line, field "
                    + "and reason; the rest goes in, in one transaction.");
        history.MapGet("/days", ReadDaysAsync).RequiresSomewhere(Permissions.ForecastView).Answers<HistoryDaysView>()
            .Called("Reads what came to a planning group", "Its queues together, as the unit's clocks show it.");
    }

    private static Task<IResult> ListQueuesAsync(
        HttpContext http, PlanningAccess access, HistoryStore store, [AsParameters] UnitQuery query) =>
        access.InUnitAsync(http, query.BusinessUnitId, Permissions.ForecastView, async unit =>
            TypedResults.Ok(new Page<HistoryQueueView>(
                [.. (await store.ListQueuesAsync(unit.Id, http.RequestAborted)).Select(HistoryQueueView.Of)])));

    private static Task<IResult> RemoveQueueAsync(
        HttpContext http, ApiWrites writes, PlanningAccess access, HistoryWrites history,
        [AsParameters] QueueQuery query) =>
        access.InUnitAsync(http, query.BusinessUnitId, Permissions.ForecastEdit, async unit =>
            query.Check() is { } refusal
                ? Problems.Of(refusal, http)
                : await writes.RunAsync(http, async (transaction, token) =>
                    await history.ForgetAsync(transaction, unit.Id, query.Queue, token)
                        ? ApiAnswer.NoContent
                        : new Refusal.NotFound("history of the queue", query.Queue)));

    private static Task<IResult> WriteAsync(
        HttpContext http, ApiWrites writes, PlanningAccess access, HistoryWrites history, HistoryBody body) =>
        access.InUnitAsync(http, body.BusinessUnitId, Permissions.ForecastEdit, async unit =>
            body.Check() is { } refusal
                ? Problems.Of(refusal, http)
                : await writes.RunAsync(http, async (transaction, token) =>
                    (await history.WriteAsync(transaction, unit.Id, body.Intervals(), token))
                    .Then(counts => new ApiAnswer(200, HistoryCountsView.Of(counts)))));

    private static Task<IResult> ImportAsync(
        HttpContext http, PlanningAccess access, ImportEndpoint import, [AsParameters] ImportQuery query) =>
        access.InUnitAsync(
            http, query.BusinessUnitId, Permissions.ForecastEdit, unit => import.ImportAsync(http, unit, query));

    private static async Task<IResult> ReadDaysAsync(
        HttpContext http, PlanningAccess access, OrganizationCache organization, HistoryStore store,
        [AsParameters] HistoryQuery query)
    {
        var known = await organization.CurrentAsync(http.RequestAborted);
        var missing = new Refusal.NotFound(OrganizationKinds.PlanningGroup.Title, query.PlanningGroupId.ToString());
        if (known.PlanningGroups.Find(new PlanningGroupId(query.PlanningGroupId)) is not { } group)
        {
            return Problems.Of(missing, http);
        }

        // Who may not know of the unit is not told whose group it is.
        var unit = await access.FindAsync(
            http.Caller(), group.BusinessUnitId.Value, Permissions.ForecastView, http.RequestAborted);
        var refusal = unit.Refused is Refusal.NotFound ? missing : unit.Refused ?? query.Check();
        return refusal is not null
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(HistoryDaysView.Of(unit.Value, await store.ReadAsync(
                unit.Value.Id, group.Queues.Select(queue => queue.Id), Begin(unit.Value, query.From),
                Begin(unit.Value, query.Through.AddDays(1)), http.RequestAborted)));
    }

    private static DateTimeOffset Begin(BusinessUnit unit, DateOnly day) =>
        unit.Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();
}
