using Muster.Cluster.Leases;
using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Forecasting;
using Muster.Forecasting.History;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>Makes a forecast, group by group; everything that it writes, it writes fenced.</summary>
public sealed class ForecastMaking(
    HistoryStore history, ForecastStore forecasts, OrganizationCache organization, Database database, TimeProvider time)
{
    private const int DaysPerWeek = 7;

    // Two days more than models use: the first and the last may be there in part only.
    private static readonly TimeSpan LongestHistory = TimeSpan.FromDays(Forecaster.HistoryDays + 2);

    /// <summary>Groups that have a result from before, of a node that died, keep it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what is made by then stays.</exception>
    public async Task MakeAsync(ForecastScenario forecast, Fence fence, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.BusinessUnits.Find(forecast.BusinessUnit) is not { IsRemoved: false } unit)
        {
            await EndAsync(forecast, fence, ForecastState.Failed, "Its business unit is gone.", token);
            return;
        }

        var before = await forecasts.ListMadeAsync(forecast.Id, token);
        var (done, troubles) = (before.Count, before.Count(part => part.IsTrouble));
        await TellAsync(forecast, fence, done, "Reading the history.", token);
        var work = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = token,
        };
        var open = forecast.Groups.Except(before.Select(part => part.Group));
        await Parallel.ForEachAsync(open, work, async (id, stop) =>
        {
            var made = known.PlanningGroups.Find(id) is { IsRemoved: false } group
                ? await MakeGroupAsync(forecast, unit, group, stop)
                : Nothing(forecast, id, "The planning group is gone.");
            await KeepAsync(made, fence, stop);
            Interlocked.Add(ref troubles, made.Trouble is null ? 0 : 1);
            var count = Interlocked.Increment(ref done);
            await TellAsync(forecast, fence, count, $"{count} of {forecast.Groups.Count} planning groups.", stop);
        });
        await EndAsync(
            forecast with { Done = done }, fence,
            troubles == done ? ForecastState.Failed : ForecastState.Done, Sentence(done, troubles), token);
    }

    /// <summary>Says that it cannot be made.</summary>
    public Task FailAsync(ForecastScenario forecast, Fence fence, string sentence, CancellationToken token) =>
        EndAsync(forecast, fence, ForecastState.Failed, sentence, token);

    private static string Sentence(int done, int troubles) => (done, troubles) switch
    {
        (1, 0) => "1 planning group was forecast.",
        (_, 0) => FormattableString.Invariant($"{done} planning groups were forecast."),
        (1, _) => "The planning group was not forecast; it says why.",
        _ when done == troubles => FormattableString.Invariant(
            $"None of {done} planning groups was forecast; each says why."),
        _ => FormattableString.Invariant(
            $"{done - troubles} of {done} planning groups were forecast; the others say why not."),
    };

    private async Task<ForecastGroupRow> MakeGroupAsync(
        ForecastScenario forecast, BusinessUnit unit, PlanningGroup group, CancellationToken stop)
    {
        // What is asked for again, with its history known by now, is forecast as it would have been then.
        DateTimeOffset? before = forecast.FirstDay is { } first
            ? unit.Zone.AtStartOfDay(first).ToDateTimeOffset()
            : null;
        var rows = await history.ReadLatestAsync(
            unit.Id, [.. group.Queues.Select(queue => queue.Id)], LongestHistory, before, stop);
        var series = GroupHistory.SeriesOf(group, unit, rows);
        var made = series.Refused is { } refused
            ? refused
            : Forecaster.Forecast(series.Value, RequestOf(forecast), null, stop);
        return made.Refused is { } why
            ? Nothing(forecast, group.Id, EngineRefusal.Text(why))
            : Nothing(forecast, group.Id, null) with
            {
                Machine = MachineForecast.Write(made.Value),
                HandleSeconds = GroupHistory.HandleSecondsOf(unit, rows),
            };
    }

    private static ForecastRequest RequestOf(ForecastScenario forecast) => new()
    {
        FirstDay = forecast.FirstDay,
        Days = forecast.Weeks * DaysPerWeek,
        Calendar = new SiteCalendar
        {
            ClosedDays = forecast.ClosedDays.ToHashSet(),
            SpecialDays = forecast.SpecialDays.ToDictionary(day => day.Date, day => day.Name),
        },
    };

    private static ForecastGroupRow Nothing(ForecastScenario forecast, PlanningGroupId group, string? trouble) =>
        new(forecast.Id, group, null, trouble, null, "[]", new StaffingTerms(), 1);

    private async Task KeepAsync(ForecastGroupRow made, Fence fence, CancellationToken token)
    {
        await using var transaction = await BeginAsync(fence, token);
        await forecasts.PutMachineAsync(transaction, made, token);
        await transaction.CommitAsync(token);
    }

    private async Task TellAsync(
        ForecastScenario forecast, Fence fence, int done, string sentence, CancellationToken token)
    {
        await using var transaction = await BeginAsync(fence, token);
        if (await forecasts.LockAsync(transaction, forecast.Id, token) is { IsOpen: true } now && now.Done <= done)
        {
            var told = now with { State = ForecastState.Running, Done = done, Sentence = sentence };
            await forecasts.TellAsync(transaction, told, token);
            await transaction.CommitAsync(token);
        }
    }

    private async Task EndAsync(
        ForecastScenario forecast, Fence fence, ForecastState state, string sentence, CancellationToken token)
    {
        await using var transaction = await BeginAsync(fence, token);
        if (await forecasts.LockAsync(transaction, forecast.Id, token) is { IsOpen: true } now)
        {
            await forecasts.UpdateAsync(
                transaction,
                now with
                {
                    State = state,
                    Done = forecast.Done,
                    Sentence = sentence,
                    EndedAt = time.GetUtcNow(),
                    Version = now.Version + 1,
                },
                token);
            await transaction.CommitAsync(token);
        }
    }

    private Task<WriteTransaction> BeginAsync(Fence fence, CancellationToken token) => database.BeginFencedAsync(
        new WriteContext(Actor.Muster("forecasting"), time.GetUtcNow(), fence.Lease), fence, token);
}
