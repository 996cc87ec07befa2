using Muster.Domain.Outcomes;
using Muster.Server.Api.Events;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>What sources have lost: told by whoever knows it, and taken back. The agents are unknown in it.</summary>
public sealed class EventLosses(EventSourceStore sources, EventLossStore store, EventsOptions options, Audit audit)
{
    private const string Title = "event loss";

    /// <returns>Null when there is no such source.</returns>
    public async Task<IReadOnlyList<EventLoss>?> ListAsync(Guid source, CancellationToken token) =>
        await sources.FindAsync(source, token) is { } found
            ? await store.ListAsync(DateTimeOffset.UnixEpoch, found.Number, token)
            : null;

    public async Task<Outcome<EventLoss>> TellAsync(
        WriteTransaction transaction, Guid source, EventLossBody body, CancellationToken token)
    {
        if (await sources.FindAsync(source, token) is not { } found)
        {
            return NoSource(source);
        }

        var wish = body.Whole();
        var (now, _) = await sources.MomentAsync(transaction, token);
        if (wish.Check(now, options.KeepDays) is { } refusal)
        {
            return refusal;
        }

        var (actor, at) = (transaction.Context.Actor, transaction.Context.At);
        var loss = new EventLoss(
            Guid.CreateVersion7(at), found.Number, found.Tenant, found.Name, wish.Start, wish.End, wish.Note)
        {
            Author = actor.Name,
            At = at,
        };
        await store.InsertAsync(transaction, loss, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("told", Title, loss.Id.ToString()), null, EventLossView.Of(loss), token);
        return loss;
    }

    public async Task<Outcome<EventLoss>> TakeBackAsync(
        WriteTransaction transaction, Guid source, Guid id, CancellationToken token)
    {
        if (await sources.FindAsync(source, token) is not { } found)
        {
            return NoSource(source);
        }

        if (await store.RemoveAsync(transaction, found, id, token) is not { } removed)
        {
            return new Refusal.NotFound(Title, id.ToString());
        }

        await audit.AppendAsync(
            transaction, new AuditSubject("taken back", Title, id.ToString()), EventLossView.Of(removed), null, token);
        return removed;
    }

    public static Refusal.NotFound NoSource(Guid id) => new(EventSources.Title, id.ToString());
}
