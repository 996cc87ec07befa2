using Muster.Domain.Identity;
using Muster.Domain.Schedules;
using Muster.Server.Api.Access;
using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Drafts of schedules, and how they are edited.</summary>
public static class DraftsApi
{
    public static void MapDraftsApi(this IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/schedules/drafts").WithTags("Schedules");
        drafts.MapGet("/", ListAsync).RequiresSomewhere(Permissions.ScheduleView).Answers<Page<DraftView>>()
            .Called("Lists the drafts of a unit", "The latest first.");
        drafts.MapPost("/", (HttpContext http, DraftEndpoint endpoint, NewDraftBody body) =>
                endpoint.CreateAsync(http, body))
            .RequiresSomewhere(Permissions.ScheduleEdit).Answers<DraftView>(201)
            .Called("Makes a draft", "From what is published, or from what a build has found.");
        drafts.MapGet("/{id:guid}", GetAsync).RequiresSomewhere(Permissions.ScheduleView).Answers<DraftView>()
            .Called("Reads a draft");
        drafts.MapDelete("/{id:guid}", (HttpContext http, DraftEndpoint endpoint, Guid id) =>
                endpoint.RemoveAsync(http, id))
            .RequiresSomewhere(Permissions.ScheduleEdit).AnswersNothing().Called("Removes a draft");
        drafts.MapPost("/{id:guid}/edits", (HttpContext http, DraftEndpoint endpoint, Guid id, EditsBody body) =>
                endpoint.EditAsync(http, id, body))
            .RequiresSomewhere(Permissions.ScheduleEdit).Answers<EditedView>()
            .Called("Edits a draft", "In steps: all of them or none. The answer names the rules that they break.");
        drafts.MapGet("/{id:guid}/edits", EditsAsync).RequiresSomewhere(Permissions.ScheduleView)
            .Answers<Page<DraftEditView>>().Called("Lists what was done to a draft", "The latest first.");
        drafts.MapPost("/{id:guid}/undo", (HttpContext http, DraftEndpoint endpoint, Guid id, UndoBody body) =>
                endpoint.UndoAsync(http, id, body))
            .RequiresSomewhere(Permissions.ScheduleEdit).Answers<EditedView>()
            .Called("Takes an edit back", "Refused where somebody has changed the day since.");
        drafts.MapPost("/{id:guid}/settle", (HttpContext http, DraftEndpoint endpoint, Guid id, SettleBody body) =>
                endpoint.SettleAsync(http, id, body))
            .RequiresSomewhere(Permissions.ScheduleEdit).Answers<EditedView>()
            .Called("Settles conflicts", "Says which content of a day counts from here on.");
        drafts.MapGet("/{id:guid}/breaches", BreachesAsync).RequiresSomewhere(Permissions.ScheduleView)
            .Answers<DraftBreachesView>()
            .Called("Counts the rules of work plans that a draft breaks", "Of all agents whose days it changes.");
        drafts.MapGet("/{id:guid}/differences", DifferencesAsync).RequiresSomewhere(Permissions.ScheduleView)
            .Answers<DifferencesView>()
            .Called("Says what a publish would come to",
                "How many days differ, and what would be in its way: the conflicts in pages.");
    }

    private static Task<IResult> ListAsync(
        HttpContext http, UnitPages pages, DraftStore store, [AsParameters] UnitPageQuery asked) =>
        pages.AnswerAsync(
            http, (asked.ManagementUnitId, asked.Limit),
            PageRequest.Id(asked.Cursor, Guid.AllBitsSet).Then(id => new DraftId(id)), store.ListAsync,
            (rows, limit) => PageRequest.Cut(rows, limit, draft => draft.Id, DraftView.Of));

    private static async Task<IResult> GetAsync(HttpContext http, DraftReading reading, Guid id)
    {
        var found = await reading.FindAsync(http, id, Permissions.ScheduleView);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : EntityTag.Answer(http, DraftView.Of(found.Value.Draft), found.Value.Draft.Version);
    }

    private static async Task<IResult> EditsAsync(
        HttpContext http, DraftReading reading, Guid id, string? cursor, int? limit)
    {
        var (most, before) = (PageRequest.Limit(limit), PageRequest.Number(cursor, long.MaxValue));
        var found = await reading.FindAsync(http, id, Permissions.ScheduleView);
        return (most.Refused ?? before.Refused ?? found.Refused) is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(PageRequest.Cut(
                await reading.EditsAsync(new DraftId(id), before.Value, most.Value + 1, http.RequestAborted),
                most.Value, edit => edit.Version, DraftEditView.Of));
    }

    private static async Task<IResult> BreachesAsync(
        HttpContext http, DraftReading reading, BreachReading breaches, Guid id)
    {
        var found = await reading.FindAsync(http, id, Permissions.ScheduleView);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(await breaches.ReadAsync(found.Value.Unit, found.Value.Draft, http.RequestAborted));
    }

    private static async Task<IResult> DifferencesAsync(
        HttpContext http, DraftReading reading, Guid id, [AsParameters] DifferencesQuery asked)
    {
        var page = asked.Empty();
        var found = await reading.FindAsync(http, id, Permissions.ScheduleView);
        return (page.Refused ?? found.Refused) is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(await reading.DifferencesAsync(found.Value, page.Value, http.RequestAborted));
    }
}
