using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Events;

namespace Muster.Server.Api.Events;

/// <summary>What sources have lost.</summary>
public static class EventLossApi
{
    public static void MapEventLossApi(this IEndpointRouteBuilder api)
    {
        var losses = api.MapGroup("/events/sources/{id:guid}/losses").WithTags("Events");
        losses.MapGet("", ListAsync).Requires(Permissions.EventsView).Answers<Page<EventLossView>>()
            .Called("Lists what a source has lost", "By time. What its agents did then is unknown.");
        losses.MapPost("", TellAsync).Requires(Permissions.EventsEdit).Answers<EventLossView>(201)
            .Called("Tells that a source has lost something",
                "What its agents did then is unknown, whatever their last state was. It is judged anew at once.");
        losses.MapDelete("/{loss:guid}", TakeBackAsync).Requires(Permissions.EventsEdit).AnswersNothing()
            .Called("Takes back that a source has lost something", "That time is judged by what the source told.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, EventLosses losses, Guid id) =>
        await losses.ListAsync(id, http.RequestAborted) is { } found
            ? TypedResults.Ok(new Page<EventLossView>([.. found.Select(EventLossView.Of)]))
            : Problems.Of(EventLosses.NoSource(id), http);

    private static Task<IResult> TellAsync(
        HttpContext http, ApiWrites writes, EventLosses losses, Guid id, EventLossBody body) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await losses.TellAsync(transaction, id, body, token))
                .Then(loss => new ApiAnswer(201, EventLossView.Of(loss))));

    private static Task<IResult> TakeBackAsync(
        HttpContext http, ApiWrites writes, EventLosses losses, Guid id, Guid loss) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await losses.TakeBackAsync(transaction, id, loss, token)).Then(_ => ApiAnswer.NoContent));
}
