using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Demand;
using Muster.Server.Organization;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>Forecasts, their parts by planning group, and the people that they take.</summary>
public static class ForecastsApi
{
    public static void MapForecastsApi(this IEndpointRouteBuilder api)
    {
        var forecasts = api.MapGroup("/forecasts").WithTags("Forecasts");
        forecasts.MapGet("/", ListAsync).RequiresSomewhere(Permissions.ForecastView).Answers<Page<ForecastView>>()
            .Called("Lists the forecasts of a business unit", "The latest first.");
        forecasts.MapPost("/", CreateAsync).RequiresSomewhere(Permissions.ForecastEdit).Answers<ForecastView>(202)
            .Called("Asks for a forecast",
                "It is made in the background; state, done and sentence tell how far it is.");
        forecasts.MapGet("/{id:guid}", GetAsync).RequiresSomewhere(Permissions.ForecastView).Answers<ForecastView>()
            .Called("Reads a forecast");
        forecasts.MapPost("/{id:guid}/cancel",
                (HttpContext http, ForecastEndpoint endpoint, Guid id) => endpoint.CancelAsync(http, id))
            .RequiresSomewhere(Permissions.ForecastEdit).Answers<ForecastView>()
            .Called("Cancels a forecast that is being made", "What is made by then is kept.");
        forecasts.MapDelete("/{id:guid}",
                (HttpContext http, ForecastEndpoint endpoint, Guid id) => endpoint.RemoveAsync(http, id))
            .RequiresSomewhere(Permissions.ForecastEdit).AnswersNothing()
            .Called("Removes a forecast");
        var group = forecasts.MapGroup("/{id:guid}/groups/{group:guid}");
        group.MapGet("/", GetGroupAsync).RequiresSomewhere(Permissions.ForecastView).Answers<ForecastGroupView>()
            .Called("Reads a planning group's part of a forecast",
                "What the machine said, and people's layers on top.");
        group.MapPatch("/", (HttpContext http, ForecastEndpoint endpoint, Guid id, Guid group, GroupChangeBody body) =>
                endpoint.ChangeGroupAsync(http, id, group, body))
            .RequiresSomewhere(Permissions.ForecastEdit).Answers<ForecastGroupView>()
            .NeedsVersion().Called("Changes layers and staffing terms of a part", "The machine's forecast stays.");
        EmptyTerms.AllowedAt(group.MapGet("/requirement", RequireAsync).RequiresSomewhere(Permissions.ForecastView)
            .Answers<RequirementView>()
            .Called("Reckons how many people a part takes", "By the terms that are kept, or by others: what if."));
        group.MapGet("/accuracy", CompareAsync).RequiresSomewhere(Permissions.ForecastView).Answers<AccuracyView>()
            .Called("Compares a part with what came since", "By horizon and by day.");
        group.MapGet("/intraday", GoOnAsync).RequiresSomewhere(Permissions.ForecastView).Answers<IntradayView>()
            .Called("Forecasts the rest of a day again, from what came so far",
                "The rest shares a part of the deviation so far, more with every hour; how much is learned from past "
                    + "days.");
    }

    private static Task<IResult> ListAsync(
        HttpContext http, PlanningAccess access, ForecastStore store, [AsParameters] ForecastsQuery query) =>
        access.InUnitAsync(http, query.BusinessUnitId, Permissions.ForecastView, async unit =>
        {
            var after = PageRequest.Id(query.Cursor, Guid.Empty);
            var limit = PageRequest.Limit(query.Limit);
            return (after.Refused ?? limit.Refused) is { } refusal
                ? Problems.Of(refusal, http)
                : TypedResults.Ok(PageRequest.Cut(
                    await store.ListAsync(
                        unit.Id, after.Value == Guid.Empty ? null : new ForecastId(after.Value), limit.Value + 1,
                        http.RequestAborted),
                    limit.Value, forecast => forecast.Id.Value, ForecastView.Of));
        });

    private static Task<IResult> CreateAsync(
        HttpContext http, ApiWrites writes, PlanningAccess access, Forecasts forecasts, NewForecastBody body) =>
        access.InUnitAsync(http, body.BusinessUnitId, Permissions.ForecastEdit, _ =>
            writes.RunAsync(http, async (transaction, token) =>
                (await forecasts.CreateAsync(transaction, body.Forecast(transaction.Context, http.Caller()), token))
                .Then(forecast => new ApiAnswer(
                    202, ForecastView.Of(forecast), $"{ApiRoot.Path}/forecasts/{forecast.Id}", forecast.Version))));

    private static async Task<IResult> GetAsync(HttpContext http, ForecastReading reading, Guid id)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ForecastView, http.RequestAborted);
        // How far an open one is moves no version: it answers anew each time.
        return found.Refused is { } refusal ? Problems.Of(refusal, http)
            : found.Value.IsOpen ? TypedResults.Ok(ForecastView.Of(found.Value))
            : EntityTag.Answer(http, ForecastView.Of(found.Value), found.Value.Version);
    }

    private static async Task<IResult> GetGroupAsync(HttpContext http, ForecastReading reading, Guid id, Guid group)
    {
        var part = await reading.PartAsync(http.Caller(), id, group, http.RequestAborted);
        return part.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : EntityTag.Answer(http, part.Value.View(), part.Value.Row.Version);
    }

    private static async Task<IResult> RequireAsync(
        HttpContext http, ForecastReading reading, Guid id, Guid group, [AsParameters] TermsQuery query)
    {
        var part = await reading.PartAsync(http.Caller(), id, group, http.RequestAborted);
        var required = part.Refused is { } refusal
            ? refusal
            : await reading.RequirementAsync(part.Value, query, http.RequestAborted);
        return required.Refused is { } no ? Problems.Of(no, http) : TypedResults.Ok(required.Value);
    }

    private static async Task<IResult> CompareAsync(HttpContext http, ForecastReading reading, Guid id, Guid group)
    {
        var part = await reading.PartAsync(http.Caller(), id, group, http.RequestAborted);
        return part.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(AccuracyView.Of(await reading.CompareAsync(part.Value, http.RequestAborted)));
    }

    private static async Task<IResult> GoOnAsync(
        HttpContext http, IntradayReading intraday, Guid id, Guid group, [AsParameters] IntradayQuery query)
    {
        var key = new ForecastGroupKey(new ForecastId(id), new PlanningGroupId(group));
        var again = await intraday.ReadAsync(http.Caller(), key, query, http.RequestAborted);
        return again.Refused is { } no ? Problems.Of(no, http) : TypedResults.Ok(again.Value);
    }
}
