using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Schedules;
using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>What is done to drafts, by callers who may.</summary>
public sealed class DraftEndpoint(
    ApiWrites writes, ScheduleUnits units, DraftReading reading, DraftStore drafts, Drafting drafting,
    DraftEditing editing)
{
    public async Task<IResult> CreateAsync(HttpContext http, NewDraftBody body)
    {
        var unit = await units.FindAsync(
            http.Caller(), new ManagementUnitId(body.ManagementUnitId), Permissions.ScheduleEdit, http.RequestAborted);
        return (body.Check() ?? unit.Refused) is { } refusal
            ? Problems.Of(refusal, http)
            : await writes.RunAsync(http, async (transaction, token) =>
            {
                var asked = body.Draft(transaction.Context, unit.Value, http.Caller());
                return (await drafting.CreateAsync(transaction, unit.Value, asked, token)).Then(draft => new ApiAnswer(
                    201, DraftView.Of(draft), $"{ApiRoot.Path}/schedules/drafts/{draft.Id}", draft.Version));
            });
    }

    public async Task<IResult> RemoveAsync(HttpContext http, Guid id)
    {
        var found = await reading.FindAsync(http, id, Permissions.ScheduleEdit);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : await writes.RunAsync(http, async (transaction, token) =>
            {
                if (await drafts.LockAsync(transaction, new DraftId(id), token) is not { } draft)
                {
                    return new Refusal.NotFound(DraftEditing.Title, id.ToString());
                }

                await drafting.RemoveAsync(transaction, draft, token);
                return ApiAnswer.NoContent;
            });
    }

    public Task<IResult> EditAsync(HttpContext http, Guid id, EditsBody body) =>
        writes.RunAsync(http, async (transaction, token) => Answer(
            await editing.EditAsync(transaction, http.Caller(), new DraftId(id), body.Wish(), token)));

    public Task<IResult> UndoAsync(HttpContext http, Guid id, UndoBody body) =>
        writes.RunAsync(http, async (transaction, token) => Answer(
            await editing.UndoAsync(transaction, http.Caller(), new DraftId(id), body.Version, token)));

    public Task<IResult> SettleAsync(HttpContext http, Guid id, SettleBody body) =>
        writes.RunAsync(http, async (transaction, token) => body.Check() is { } wrong
            ? wrong
            : Answer(await editing.SettleAsync(
                transaction, http.Caller(), new DraftId(id), body.Wish(), token)));

    private static Outcome<ApiAnswer> Answer(Outcome<EditedDraft> outcome) => outcome.Then(edited =>
        new ApiAnswer(200, EditedView.Of(edited.Draft, edited.Days), Version: edited.Draft.Version));
}
