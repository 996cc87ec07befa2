using System.Collections.Concurrent;
using System.Globalization;
using Muster.Domain.Organization;
using Muster.Server.Live;
using Muster.Storage.Demand;
using Muster.Storage.Events;
using Muster.Storage.Organization;
using Muster.Storage.Schedules;

namespace Muster.Server.Intraday;

/// <summary>
/// Of what version the days of a tenant's units are: another one when statistics came in, or a schedule, a forecast or
/// the organization changed. The same on every node. Safe for many threads.
/// </summary>
public sealed class DayNews(IntervalStatisticStore statistics, ScopeFeed feed, TimeProvider time)
{
    // Many ask at the same time: it is read once for all of them.
    private static readonly TimeSpan Keep = TimeSpan.FromMilliseconds(500);

    // A day of a unit begins at most 14 hours before that of UTC; yesterday's statistics may still be mended.
    private static readonly TimeSpan Back = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<TenantId, (long Moment, Task<DateTimeOffset?> Reading)> _last = new();

    public async Task<string> VersionAsync(TenantId tenant, CancellationToken token)
    {
        var last = await LastAsync(tenant).WaitAsync(token);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{last?.UtcTicks ?? 0}.{feed.Applied(ScheduleStore.Scope).Version}"
                + $".{feed.Applied(ForecastStore.Scope).Version}.{feed.Applied(OrganizationStore.Scope).Version}");
    }

    private Task<DateTimeOffset?> LastAsync(TenantId tenant)
    {
        var now = time.GetUtcNow();
        var moment = now.ToUnixTimeMilliseconds() / (long)Keep.TotalMilliseconds;
        if (!_last.TryGetValue(tenant, out var last) || last.Moment != moment)
        {
            last = (moment, statistics.LastReceivedAsync(tenant, now - Back, CancellationToken.None));
            _last[tenant] = last;
        }

        return last.Reading;
    }
}
