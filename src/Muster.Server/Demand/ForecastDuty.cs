using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Domain.Demand;
using Muster.Server.Agreement;
using Muster.Server.Telemetry;
using Muster.Storage;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>
/// Makes forecasts one after the other, on the one node that has the lease. What a node leaves in the middle, the next
/// one goes on with.
/// </summary>
public sealed partial class ForecastDuty(
    ForecastMaking making, ForecastStore forecasts, ClusterNode node, LeasedDuty duty, TimeProvider time,
    ILogger<ForecastDuty> logger)
    : BackgroundService
{
    private const string Lease = "forecasting";

    // Without a group more. A forecast that the database never answers in time would keep the others waiting for ever.
    private const int MostTries = 5;

    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // Followed from before the node joins; else nobody here would hear that a forecast is asked for.
    private readonly Cached<ChangeMarks> _followed = node.FollowMarks(ForecastStore.Scope);
    private readonly Wake _asked = new(time);
    private readonly Wake _changed = new(time);
    private readonly Outage _outage = new();
    private (ForecastId Forecast, int Done, int Times) _tried;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        node.Applied += Hear;
        try
        {
            await duty.RunAsync(Lease, (lease, end) => WorkAsync(lease.Fence, end), stoppingToken);
        }
        finally
        {
            node.Applied -= Hear;
        }
    }

    private void Hear(ScopeName scope, ScopePosition position)
    {
        if (scope == ForecastStore.Scope)
        {
            _asked.Set();
            _changed.Set();
        }
    }

    private async Task WorkAsync(Fence fence, CancellationToken token)
    {
        while (true)
        {
            try
            {
                while (await FindNextAsync(token) is { } next)
                {
                    await MakeAsync(next, fence, token);
                }
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                if (_outage.Begin())
                {
                    Away(StorageTrouble.Describe(problem));
                }

                await Task.Delay(RetryAfter, time, token);
                continue;
            }

            await _asked.WaitAsync(Refresh, token);
        }
    }

    private async Task<ForecastScenario?> FindNextAsync(CancellationToken token)
    {
        var next = await forecasts.FindNextAsync(token);
        if (_outage.End())
        {
            Back();
        }

        return next;
    }

    private async Task MakeAsync(ForecastScenario forecast, Fence fence, CancellationToken token)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(token);
        var watch = WatchAsync(forecast.Id, cancel);
        try
        {
            await making.MakeAsync(forecast, fence, cancel.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested && !token.IsCancellationRequested)
        {
            // Somebody has cancelled it, and the row says so.
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            var isStuck = (_tried.Forecast, _tried.Done) == (forecast.Id, forecast.Done);
            _tried = (forecast.Id, forecast.Done, isStuck ? _tried.Times + 1 : 1);
            if (_tried.Times < MostTries)
            {
                throw;
            }

            Failed(problem, forecast.Name);
            await making.FailAsync(
                forecast, fence, FormattableString.Invariant(
                    $"The database did not answer in time, {MostTries} times: {problem.Message}"), token);
        }
        catch (Exception fault) when (IsOfThisForecast(fault)) // Edge: one forecast. The others go on.
        {
            Failed(fault, forecast.Name);
            await making.FailAsync(forecast, fence, $"A fault of Muster: {fault.Message}", token);
        }
        finally
        {
            await cancel.CancelAsync();
            await watch;
        }
    }

    private static bool IsOfThisForecast(Exception fault) =>
        fault is not (OperationCanceledException or FenceLostException) && !StorageTrouble.IsPassing(fault);

    // Until the forecast is made, or somebody has cancelled or removed it.
    private async Task WatchAsync(ForecastId id, CancellationTokenSource cancel)
    {
        try
        {
            while (await IsWantedAsync(id, cancel.Token))
            {
                await _changed.WaitAsync(Refresh, cancel.Token);
            }

            await cancel.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // It is made.
        }
    }

    // A database that does not answer says nothing about the forecast.
    private async Task<bool> IsWantedAsync(ForecastId id, CancellationToken token)
    {
        while (true)
        {
            try
            {
                return await forecasts.FindAsync(id, token) is { IsOpen: true };
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                await Task.Delay(RetryAfter, time, token);
            }
        }
    }
}
