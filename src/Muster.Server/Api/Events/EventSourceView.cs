using Muster.Adherence.Engine;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>A source of events, and how far it has come.</summary>
/// <param name="Run">Positions are counted anew in each run.</param>
/// <param name="LastPosition">The highest of this run; 0 before the first.</param>
/// <param name="HeardAt">
/// When lines of it, or a sign of life, were written last; of one that says how far it has told, that time.
/// </param>
/// <param name="HeardSecondsAgo">By the database's clock; null: it was never heard.</param>
/// <param name="Silent">It was heard, and has told nothing of the last 60 seconds: its agents are unknown.</param>
/// <param name="Quarantined">Lines that ever went into the quarantine.</param>
/// <param name="Dropped">Lines that could not be used, and were not kept because the quarantine was full.</param>
/// <param name="InQuarantine">By reason, lines that are in it now.</param>
public sealed record EventSourceView(
    Guid Id, Guid TenantId, string Name, Guid? SwitchId, long ClockOffsetMs, int Run, long LastPosition,
    DateTimeOffset? HeardAt, double? HeardSecondsAgo, bool Silent, long Events, long Statistics, long Duplicates,
    long Quarantined, long Dropped, IReadOnlyDictionary<QuarantineKind, long> InQuarantine, long Version)
{
    /// <param name="now">By the database's clock.</param>
    public static EventSourceView Of(EventSource source, DateTimeOffset now, IEnumerable<QuarantineCount> counts)
    {
        var ago = source.HeardAt is { } at ? Math.Round(Math.Max(0, (now - at).TotalSeconds), 1) : (double?)null;
        return new EventSourceView(
            source.Id, source.Tenant.Value, source.Name, source.Switch?.Value, source.ClockOffsetMs, source.Run,
            source.LastPosition, source.HeardAt, ago, ago > AdherenceEngine.SilentAfterSeconds, source.Events,
            source.Statistics, source.Duplicates, source.Quarantined, source.Dropped,
            counts.Where(count => count.Source == source.Number)
                .ToDictionary(count => count.Kind, count => count.Lines),
            source.Version);
    }
}
