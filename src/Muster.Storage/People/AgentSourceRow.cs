namespace Muster.Storage.People;

/// <summary>That a source knows an agent.</summary>
/// <param name="SaidAt">When the source changed it last; null when it did not say.</param>
/// <param name="HeardAt">When that was heard.</param>
/// <param name="IsGone">Whether the source does not have it any more.</param>
public sealed record AgentSourceRow(
    Guid Agent, Guid Source, string ExternalId, DateTimeOffset? SaidAt, DateTimeOffset HeardAt, bool IsGone);
