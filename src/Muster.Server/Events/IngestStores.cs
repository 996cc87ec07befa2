using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Where events go.</summary>
public sealed record IngestStores(
    EventSourceStore Sources, EventLogStore Log, QuarantineStore Quarantine, IntervalStatisticStore Statistics);
