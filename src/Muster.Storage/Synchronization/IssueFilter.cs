using Muster.Domain.People;
using Muster.Domain.Synchronization;

namespace Muster.Storage.Synchronization;

/// <summary>Which issues; null: any.</summary>
public sealed record IssueFilter(SourceId? Source = null, IssueKind? Kind = null, AgentId? Agent = null);
