using System.Globalization;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Server.Agreement;
using Muster.Storage;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Once a day one node says that a day has passed: then every node drops what is over and takes in the next day, by a
/// change like any other.
/// </summary>
public sealed class ScheduleWindow(
    ScheduleCache cache, ScheduleStore store, Database database, LeasedDuty duty, TimeProvider time) : BackgroundService
{
    public const string Lease = "schedule-window";

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        duty.RunAsync(Lease, WorkAsync, stoppingToken);

    /// <summary>Moves the window on where the day has changed.</summary>
    public async Task<bool> MoveAsync(Fence fence, CancellationToken token)
    {
        var today = await store.TodayAsync(token);
        if (cache.Known is not { } known || ScheduleContent.TodayOf(known.Content) >= today)
        {
            return false;
        }

        var context = new WriteContext(Actor.Muster("schedules"), time.GetUtcNow(), Lease);
        await using var transaction = await database.BeginFencedAsync(context, fence, token);
        transaction.Record(ScheduleStore.Scope, new Change(
            ScheduleContent.Window, today.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            Period.DaysBetween(LocalDate.MinIsoValue, today), ChangeOperation.Put));
        await transaction.CommitAsync(token);
        return true;
    }

    private async Task WorkAsync(Lease lease, CancellationToken token)
    {
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                await MoveAsync(lease.Fence, token);
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                // The next look comes soon; the window reaches a week ahead.
            }
        }
        while (await timer.WaitForNextTickAsync(token));
    }
}
