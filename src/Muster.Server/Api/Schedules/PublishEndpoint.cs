using System.Text.Json;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Server.Api.Access;
using Muster.Server.Api.Cluster;
using Muster.Server.Api.Json;
using Muster.Server.Api.Writes;
using Muster.Server.Schedules;
using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>
/// What makes a new version of the published schedules, and answers when every node serves it: 200 with the receipt, or
/// 202 with the nodes that have not said so.
/// </summary>
public sealed class PublishEndpoint(
    ApiWrites writes, ScheduleUnits units, DraftStore drafts, ScheduleStore store, ScheduleParts parts)
{
    public async Task<IResult> PublishAsync(HttpContext http, PublishBody body)
    {
        if (body.Check() is { } wrong)
        {
            return Problems.Of(wrong, http);
        }

        var id = new DraftId(body.ScheduleId!.Value);
        return await writes.RunAsync(
            http,
            async (transaction, token) =>
            {
                if (await drafts.LockAsync(transaction, id, token) is not { } draft)
                {
                    return new Refusal.NotFound(DraftEditing.Title, id.ToString());
                }

                var unit = await FindAsync(http, draft.ManagementUnit, body.ForcePublish, token);
                if (unit.Refused is { } refusal)
                {
                    return refusal;
                }

                var made = await parts.Publishing.PublishAsync(
                    transaction, Work(unit.Value, draft, body) with { Tell = Telling(http) }, token);
                if (made.Refused is null)
                {
                    await drafts.UpdateAsync(transaction, draft with { Version = draft.Version + 1 }, token);
                }

                return made.Then(counts => new ApiAnswer(200, PublishedView.Of(unit.Value, counts)));
            },
            (kept, token) => FinishAsync(kept, body.Wait, token));
    }

    public Task<IResult> EditAsync(HttpContext http, Guid unitId, EditsBody body) => writes.RunAsync(
        http,
        async (transaction, token) =>
        {
            var unit = await FindAsync(http, new ManagementUnitId(unitId), false, token);
            if (unit.Refused is { } refusal)
            {
                return refusal;
            }

            var made = await parts.Published.EditAsync(transaction, unit.Value, body.Wish(), token);
            return made.Then(done => new ApiAnswer(200, PublishedView.Of(unit.Value, done.Counts) with
            {
                Edited = new EditedView(
                    0, done.Edited.Sentence, [.. done.Now.Select(DayView.Of)],
                    [.. done.Edited.Breaches.Select(BreachView.Of)]),
            }));
        },
        (kept, token) => FinishAsync(kept, body.Wait, token));

    public Task<IResult> RestoreAsync(HttpContext http, long version, RestoreBody body) => writes.RunAsync(
        http,
        async (transaction, token) =>
        {
            if (body.Check() is { } wrong)
            {
                return wrong;
            }

            if (await store.FindRevisionAsync(version, token) is not { } revision)
            {
                return new Refusal.NotFound("version of schedules", $"{version}");
            }

            var unit = await FindAsync(http, revision.ManagementUnit, body.ForcePublish, token);
            if (unit.Refused is { } refusal)
            {
                return refusal;
            }

            var wish = body.WishFor(version) with { Tell = Telling(http) };
            var made = body.To == RestoreTo.Before
                ? await parts.Published.TakeBackAsync(transaction, unit.Value, revision, wish, token)
                : await parts.Published.GoBackAsync(transaction, unit.Value, version, wish, token);
            return made.Then(counts => new ApiAnswer(200, PublishedView.Of(unit.Value, counts)));
        },
        (kept, token) => FinishAsync(kept, body.Wait, token));

    /// <summary>How far a publish or a restore of the caller is, by its Idempotency-Key.</summary>
    public async Task<IResult> ProgressAsync(HttpContext http, string? key) => string.IsNullOrEmpty(key)
        ? Problems.Of(new Refusal.Invalid("idempotency_key", "is required: that of the publish."), http)
        : TypedResults.Ok(PublishProgressView.Of(await parts.Telling.FindAsync(
            IdempotentRequest.Stored(http.Caller().Id, key), http.RequestAborted)));

    private Func<PublishSteps, CancellationToken, Task> Telling(HttpContext http) => parts.Telling.For(
        http.Features.Get<IdempotentRequest>() is { Key: var key }
            ? IdempotentRequest.Stored(http.Caller().Id, key)
            : null);

    private static PublishWork Work(ScheduleUnit unit, ScheduleDraft draft, PublishBody body)
    {
        var note = body.Note.Length > 0 ? body.Note : draft.Name;
        return new PublishWork(unit, body.Selection(), RevisionKind.Publish, note, body.ForcePublish)
        {
            Draft = draft,
            LeaveOut = SettledDayBody.Keys(body.LeaveOut),
        };
    }

    private async Task<Outcome<ScheduleUnit>> FindAsync(
        HttpContext http, ManagementUnitId id, bool isForced, CancellationToken token)
    {
        var unit = await units.FindAsync(http.Caller(), id, Permissions.SchedulePublish, token);
        return unit.Refused is null && isForced
            && ScheduleUnits.Lacks(http.Caller(), unit.Value.Unit, Permissions.ScheduleForce) is { } refusal
                ? refusal
                : unit;
    }

    // The version is known after the commit, and the same when the request is repeated.
    private async Task<IResult> FinishAsync(WireAnswer kept, WaitFor wait, CancellationToken token)
    {
        var view = JsonSerializer.Deserialize<PublishedView>(kept.Body, ApiJson.Options)!;
        if (view.Revision is not { } revision)
        {
            return TypedResults.Ok(view);
        }

        var version = await store.VersionOfAsync(revision, token);
        if (wait == WaitFor.Committed)
        {
            return TypedResults.Ok(view with { Version = version });
        }

        var receipt = await parts.Receipts.WaitAsync(version, ScheduleReceipts.Patience, token);
        var pending = receipt.Nodes.Where(node => node.State is not (ReceiptState.Applied or ReceiptState.Left))
            .Select(node => node.Node.Name).ToList();
        var answer = view with { Version = version, Applied = ReceiptView.Of(receipt), Pending = pending };
        return receipt.IsComplete ? TypedResults.Ok(answer) : TypedResults.Accepted((string?)null, answer);
    }
}
