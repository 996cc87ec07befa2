using Muster.Domain.Organization;
using Muster.Storage.Demand;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>
/// Reads what came on a day: what sources tell by interval, and before their first word the imported history.
/// </summary>
public sealed class CameReading(HistoryStore history, IntervalStatisticStore statistics, FeedStore feeds)
{
    // A queue that is open once a week is told of once a week.
    private static readonly Duration Lately = Duration.FromDays(8);

    /// <summary>What is told of all queues of a tenant, those that are in no planning group too.</summary>
    /// <param name="groups">Of whose queues it is asked who else should tell.</param>
    public async Task<ToldQueues> ToldAsync(
        TenantId tenant, IEnumerable<PlanningGroup> groups, DayFrame day, CancellationToken token)
    {
        var rows = await statistics.ListAsync(
            tenant, day.Day.Start.ToDateTimeOffset(), day.Day.End.ToDateTimeOffset(), token);

        // After the rows: it knows their sources.
        var look = await feeds.LookAsync(token);
        var sources = look.Sources.Where(source => source.Tenant == tenant)
            .ToDictionary(source => source.Number, source => source.Name);
        var told = new ToldQueues(Instant.FromDateTimeOffset(look.Now), rows, sources);
        var untold = groups.SelectMany(group => group.Queues).Select(queue => queue.Id)
            .Where(queue => !told.ByQueue.Contains(queue)).ToHashSet(StringComparer.Ordinal);
        if (untold.Count == 0)
        {
            return told;
        }

        var tellers = await statistics.TellersAsync(
            tenant, untold, SilentQueue.DaysBefore(day), (day.Day.Start - Lately).ToDateTimeOffset(), token);
        return told with
        {
            Silent =
            [
                .. tellers.Where(one => sources.ContainsKey(one.Source)).Select(one => SilentQueue.Of(one, day))
                    .OfType<SilentQueue>(),
            ],
        };
    }

    /// <summary>What came to a planning group.</summary>
    public async Task<CameDay> OfAsync(PlanningGroup group, ToldQueues told, Interval day, CancellationToken token)
    {
        var came = new List<CameInterval>();
        foreach (var ofQueue in group.Queues.Select(queue => told.ByQueue[queue.Id]))
        {
            came.AddRange(ofQueue.Select(row => new CameInterval(
                row.Source, Instant.FromDateTimeOffset(row.At), row.Minutes, ContactSums.Of(row))));
        }

        var silent = told.Silent.Where(one => group.Queues.Any(queue => queue.Id == one.Queue)).ToList();
        foreach (var some in group.Queues.Select(queue => queue.Id).GroupBy(queue => FirstWord(told, queue, day)))
        {
            if (some.Key > day.Start.ToDateTimeOffset())
            {
                var rows = await history.ReadAsync(
                    group.BusinessUnitId, some, day.Start.ToDateTimeOffset(), some.Key, token);
                came.AddRange(rows.Select(row => new CameInterval(
                    null, Instant.FromDateTimeOffset(row.At), row.Minutes, ContactSums.Of(row))));
                silent.RemoveAll(one => rows.Count > 0 && some.Contains(one.Queue));
            }
        }

        return new CameDay(came) { Silent = silent };
    }

    private static DateTimeOffset FirstWord(ToldQueues told, string queue, Interval day) =>
        told.ByQueue[queue].Select(row => row.At).Append(day.End.ToDateTimeOffset()).Min();
}
