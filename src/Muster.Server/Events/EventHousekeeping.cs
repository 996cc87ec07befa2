using Muster.Server.Options;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Drops events, statistics and quarantined lines that are kept no longer.</summary>
public sealed class EventHousekeeping(
    EventLogStore log, QuarantineStore quarantine, IntervalStatisticStore statistics,
    EventLossStore losses, EventsOptions options)
{
    public Task<int> KeepPartitionsAsync(CancellationToken token) => log.KeepPartitionsAsync(options.KeepDays, token);

    /// <returns>How many rows went.</returns>
    public async Task<int> ClearAsync(DateTimeOffset now, CancellationToken token)
    {
        var before = now.AddDays(-options.KeepDays);
        return await quarantine.DeleteOldAsync(before, token) + await statistics.DeleteOldAsync(before, token)
            + await losses.DeleteOldAsync(before, token);
    }
}
