using Muster.Server.Api.Json;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>
/// Writes audit rows in the transaction of the change, and records the change for every node that caches what somebody
/// may do. Views carry no secrets, so they are what is kept.
/// </summary>
public sealed class Audit(AuditStore store)
{
    public Task AppendAsync(
        WriteTransaction transaction, AuditSubject subject, object? before, object? after, CancellationToken token)
    {
        if (subject.Version is { } version)
        {
            AccessScope.Record(transaction, subject, version, isDeleted: after is null && before is not null);
        }

        return store.AppendAsync(
            transaction,
            new AuditChange(
                subject.Action,
                subject.Entity,
                subject.EntityId,
                before is null ? null : ApiJson.Text(before),
                after is null ? null : ApiJson.Text(after)),
            token);
    }
}
