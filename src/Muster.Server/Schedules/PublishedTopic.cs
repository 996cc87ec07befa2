using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Live;
using Muster.Storage.Schedules;

namespace Muster.Server.Schedules;

/// <summary>What is published for one management unit: "schedules/UNIT".</summary>
public sealed class PublishedTopic(ScopeFeed feed, ScheduleUnits units)
    : ScopePartTopic(ScheduleStore.Scope, Permissions.ScheduleView, feed)
{
    protected override bool IsOf(Change change, string part) => change.Payload == part;

    protected override async ValueTask<Refusal?> CheckAsync(LiveQuestion question, CancellationToken token) =>
        Guid.TryParse(question.Part, out var id)
            ? (await units.FindAsync(
                question.Caller, new ManagementUnitId(id), Permissions.ScheduleView, token)).Refused
            : new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, question.Part);
}
