using Muster.Domain.Sources;
using Muster.Domain.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>Something that people should know of, until it is settled.</summary>
/// <param name="Place">Where the source has it: "people.csv, line 12".</param>
/// <param name="OtherAgentId">Of a conflict: who may be the same person; for join_with.</param>
public sealed record IssueView(
    Guid Id,
    Guid SourceId,
    IssueKind Kind,
    ObjectKind? ObjectKind,
    string? ExternalId,
    Guid? AgentId,
    string Place,
    string Field,
    string Reason,
    DateTimeOffset OpenedAt,
    DateTimeOffset? SettledAt,
    string? SettledBy,
    Guid? OtherAgentId)
{
    public static IssueView Of(SyncIssue issue) => new(
        issue.Id, issue.Source.Value, issue.Kind, issue.ObjectKind, issue.ExternalId, issue.Agent?.Value, issue.Place,
        issue.Field, issue.Reason, issue.OpenedAt, issue.SettledAt, issue.SettledBy,
        issue.Other?.Value);
}
