using Muster.Cluster.Leases;
using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting;
using Muster.Forecasting.History;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>Makes a forecast, group by group; everything that it writes, it writes fenced.</summary>
public sealed class ForecastMaking(
    HistoryStore history, ForecastStore forecasts, OrganizationCache organization, Database database, TimeProvider time)
{
    private const int DaysPerWeek = 7;

    // Older days say nothing of the coming ones that five years do not.
    private static readonly TimeSpan LongestHistory = TimeSpan.FromDays(5 * 366);

    /// <exception cref="OperationCanceledException">It was cancelled; what is made by then stays.</exception>
    public async Task MakeAsync(ForecastScenario forecast, Fence fence, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.BusinessUnits.Find(forecast.BusinessUnit) is not { } unit)
        {
            await EndAsync(forecast, fence, ForecastState.Failed, "Its business unit is gone.", token);
            return;
        }

        var (done, troubles) = (0, 0);
        await TellAsync(forecast, fence, 0, "Reading the history.", token);
        var work = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = token,
        };
        await Parallel.ForEachAsync(forecast.Groups, work, async (id, stop) =>
        {
            var made = known.PlanningGroups.Find(id) is { } group
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

    private static string Sentence(int done, int troubles) => troubles == 0
        ? FormattableString.Invariant($"{done} planning groups were forecast.")
        : FormattableString.Invariant(
            $"{done - troubles} of {done} planning groups were forecast; the others say why not.");

    private async Task<ForecastGroupRow> MakeGroupAsync(
        ForecastScenario forecast, BusinessUnit unit, PlanningGroup group, CancellationToken stop)
    {
        var rows = await history.ReadLatestAsync(
            unit.Id, group.Queues.Select(queue => queue.Id), LongestHistory, stop);
        var series = GroupHistory.SeriesOf(group, unit, rows);
        var made = series.Refused is { } refused
            ? refused
            : Forecaster.Forecast(Before(series.Value, forecast.FirstDay), RequestOf(forecast), null, stop);
        return made.Refused is { } why
            ? Nothing(forecast, group.Id, Text(why))
            : Nothing(forecast, group.Id, null) with
            {
                Machine = MachineForecast.Write(made.Value),
                HandleSeconds = GroupHistory.HandleSecondsOf(unit, rows),
            };
    }

    // What is asked for again, with its history known by now, is forecast as it would have been then.
    private static IntervalSeries Before(IntervalSeries series, LocalDate? first) =>
        first is { } day && day <= series.LastDay && day > series.FirstDay
            ? series.Between(series.FirstDay, day)
            : series;

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

    private static string Text(Refusal refusal) => refusal is Refusal.Invalid invalid
        ? string.Join('\n', invalid.Errors.Select(error => $"{error.Field} {error.Message}"))
        : refusal.ToString();

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
