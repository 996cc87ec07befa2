using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Adherence.Today;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Adherence;

namespace Muster.Server.Api.Adherence;

/// <summary>Approves what agents did, and takes approvals back.</summary>
public sealed class ApprovalEndpoint(AdherenceUnits units, ApiWrites writes, ApprovalStore store, Audit audit)
{
    private const string Title = "approval";

    public Task<IResult> ApproveAsync(HttpContext http, Guid agent, ApprovalBody body) => writes.RunAsync(
        http,
        async (transaction, token) =>
        {
            var found = await units.FindAgentAsync(
                http.Caller(), new AgentId(agent), Permissions.AdherenceApprove, token);
            var wish = body.Whole();
            if ((found.Refused ?? wish.Check()) is { } refusal)
            {
                return refusal;
            }

            var (actor, at) = (transaction.Context.Actor, transaction.Context.At);
            var row = new ApprovalRow(
                Guid.CreateVersion7(at), found.Value.Agent.Id, wish.Start, wish.End, wish.Note, actor.Name, at);
            await store.InsertAsync(transaction, row, token);
            await NoteAsync(transaction, "approved", row, token);
            return new ApiAnswer(201, ApprovalView.Of(row));
        });

    public Task<IResult> TakeBackAsync(HttpContext http, Guid agent, Guid id) => writes.RunAsync(
        http,
        async (transaction, token) =>
        {
            var found = await units.FindAgentAsync(
                http.Caller(), new AgentId(agent), Permissions.AdherenceApprove, token);
            if (found.Refused is { } refusal)
            {
                return refusal;
            }

            if (await store.RemoveAsync(transaction, found.Value.Agent.Id, id, token) is not { } removed)
            {
                return new Refusal.NotFound(Title, id.ToString());
            }

            await NoteAsync(transaction, "taken back", removed, token);
            return ApiAnswer.NoContent;
        });

    private Task NoteAsync(WriteTransaction transaction, string action, ApprovalRow row, CancellationToken token) =>
        audit.AppendAsync(
            transaction, new AuditSubject(action, ApprovalStore.Entity, row.Id.ToString()),
            action == "approved" ? null : ApprovalView.Of(row), action == "approved" ? ApprovalView.Of(row) : null,
            token);
}
