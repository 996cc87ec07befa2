using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Server.Live;
using Muster.Storage.Schedules;

namespace Muster.Server.Schedules;

/// <summary>What happens to one draft: "drafts/ID". Each page says which version it has come to.</summary>
public sealed class DraftTopic(ScopeFeed feed, DraftStore drafts, ScheduleUnits units)
    : ScopePartTopic(DraftStore.Scope, Permissions.ScheduleView, feed)
{
    protected override bool IsOf(Change change, string part) => change.Id == part;

    protected override async ValueTask<Refusal?> CheckAsync(LiveQuestion question, CancellationToken token)
    {
        if (!Guid.TryParse(question.Part, out var id)
            || await drafts.FindAsync(new DraftId(id), token) is not { } draft)
        {
            return new Refusal.NotFound(DraftEditing.Title, question.Part);
        }

        return (await units.FindAsync(question.Caller, draft.ManagementUnit, Permissions.ScheduleView, token)).Refused;
    }
}
