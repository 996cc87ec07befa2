using Muster.Storage.People;

namespace Muster.Server.Api.People;

/// <summary>A source that knows the agent.</summary>
/// <param name="SaidAt">When the source changed it last, by its own clock.</param>
/// <param name="HeardAt">When Muster heard of that.</param>
/// <param name="Gone">Whether the source does not have it any more.</param>
public sealed record AgentSourceView(
    Guid SourceId, string Source, string ExternalId, DateTimeOffset? SaidAt, DateTimeOffset HeardAt, bool Gone)
{
    public static AgentSourceView Of(AgentSourceRow row, IReadOnlyDictionary<Guid, string> names) => new(
        row.Source, names.GetValueOrDefault(row.Source, "a removed source"), row.ExternalId, row.SaidAt, row.HeardAt,
        row.IsGone);
}
