using Muster.Domain.People;
using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>Something that people should know of, until it is settled.</summary>
/// <param name="Place">Where the source has it: "people.csv, line 12"; empty when it has no such place.</param>
/// <param name="Other">Of a conflict: who may be the same person as the agent.</param>
/// <param name="SettledBy">Who said that it is: a user, or the synchronization itself.</param>
public sealed record SyncIssue(
    Guid Id,
    SourceId Source,
    IssueKind Kind,
    ObjectKind? ObjectKind,
    string? ExternalId,
    AgentId? Agent,
    string Place,
    string Field,
    string Reason,
    (ObjectKind Kind, string ExternalId)? Missing,
    DateTimeOffset OpenedAt,
    DateTimeOffset? SettledAt = null,
    string? SettledBy = null,
    AgentId? Other = null);
