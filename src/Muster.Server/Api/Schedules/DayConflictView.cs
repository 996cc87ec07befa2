using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A day that a draft and the published schedule have both changed.</summary>
/// <param name="AgentName">Empty for somebody who is not there any more.</param>
/// <param name="BaseVersion">Of the published day that the draft's was made from; 0: there was none.</param>
/// <param name="Version">Of the published day now; null: it is not about another version.</param>
/// <param name="ChangedBy">Who published it.</param>
/// <param name="Choices">
/// keep_draft: settle it for the draft and publish again; take_published: drop the draft's; leave_out: publish the
/// others.
/// </param>
public sealed record DayConflictView(
    Guid AgentId, string AgentName, LocalDate Day, string Reason, long BaseVersion, long? Version, string? ChangedBy,
    DateTimeOffset? ChangedAt, IReadOnlyList<ActivityView> Draft, IReadOnlyList<ActivityView> Published,
    IReadOnlyList<string> Choices)
{
    private static readonly string[] Both = ["keep_draft", "take_published", "leave_out"];
    private static readonly string[] Gone = ["take_published", "leave_out"];

    public static DayConflictView Of(DayConflict conflict) => new(
        conflict.Agent.Value, conflict.AgentName, conflict.Day, conflict.Reason, conflict.BaseVersion,
        conflict.Published?.Version, conflict.ChangedBy, conflict.ChangedAt, ActivityView.Of(conflict.Mine),
        ActivityView.Of(conflict.Published?.Content ?? DayContent.Free), conflict.Published is null ? Gone : Both);
}
