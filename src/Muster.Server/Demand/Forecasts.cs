using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting;
using Muster.Server.Identity;
using Muster.Server.Organization;
using Muster.Storage;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>Asks for forecasts, stops them, and changes what people have put on top.</summary>
public sealed class Forecasts(
    ForecastStore store, HistoryStore history, OrganizationCache organization, Audit audit)
{
    private const string Title = "forecast";
    private const int MostLayers = 200;

    /// <summary>The forecast that is asked for; without groups, of all that the unit has.</summary>
    public async Task<Outcome<ForecastScenario>> CreateAsync(
        WriteTransaction transaction, ForecastScenario asked, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var all = known.PlanningGroups.InUse.Where(group => group.BusinessUnitId == asked.BusinessUnit).ToList();
        var unknown = asked.Groups.Where(id => all.All(group => group.Id != id)).Select(id => $"{id}").ToList();
        if (unknown.Count > 0)
        {
            return new Refusal.Invalid(
                "planning_group_ids", $"names no planning group of the unit: {string.Join(", ", unknown)}.");
        }

        var forecast = asked with
        {
            Groups = [.. (asked.Groups.Count > 0 ? asked.Groups : all.Select(group => group.Id)).Distinct()],
            Sentence = "Waits for its turn.",
        };
        if ((forecast.Check() ?? await WhyNotAsync(forecast, known, token)) is { } refusal)
        {
            return refusal;
        }

        await store.InsertAsync(transaction, forecast, token);
        await NoteAsync(transaction, "asked for", forecast, token);
        return forecast;
    }

    public Task<Outcome<ForecastScenario>> CancelAsync(
        WriteTransaction transaction, ForecastId id, CancellationToken token) => ChangeAsync(
            transaction, id, async found =>
            {
                if (!found.IsOpen)
                {
                    return new Refusal.Conflict($"It has ended already: {found.Sentence}");
                }

                var after = found with
                {
                    State = ForecastState.Cancelled,
                    Sentence = "Cancelled; what was made by then is kept.",
                    EndedAt = transaction.Context.At,
                    Version = found.Version + 1,
                };
                await store.UpdateAsync(transaction, after, token);
                await NoteAsync(transaction, "cancelled", after, token);
                return after;
            }, token);

    public Task<Outcome<ForecastScenario>> RemoveAsync(
        WriteTransaction transaction, ForecastId id, CancellationToken token) => ChangeAsync(
            transaction, id, async found =>
            {
                var gone = found with { Version = found.Version + 1 };
                await store.RemoveAsync(transaction, gone, token);
                await NoteAsync(transaction, "removed", gone, token);
                return gone;
            }, token);

    /// <summary>Replaces layers, staffing terms, or both, of a group's part.</summary>
    /// <param name="version">Of the part that the caller has seen.</param>
    public async Task<Outcome<ForecastGroupRow>> ChangeGroupAsync(
        WriteTransaction transaction, ForecastGroupKey key, long version, GroupChange change, CancellationToken token)
    {
        var found = await LockAsync(transaction, key.Forecast, token);
        if (found.Refused is { } missing)
        {
            return missing;
        }

        if (await store.LockGroupAsync(transaction, key.Forecast, key.Group, token) is not { } part)
        {
            return new Refusal.NotFound("planning group of the forecast", key.Group.ToString());
        }

        if (part.Version != version)
        {
            return new Refusal.Stale("forecast of the planning group", version, part.Version);
        }

        if (Check(found.Value, part, change, await organization.CurrentAsync(token)) is { } refusal)
        {
            return refusal;
        }

        var after = part with
        {
            Layers = change.Layers is { } layers ? DemandJson.Write(layers) : part.Layers,
            Staffing = change.Staffing ?? part.Staffing,
            Version = version + 1,
        };
        await store.UpdateGroupAsync(transaction, found.Value, after, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("changed", "forecast of a planning group", $"{key.Forecast}/{key.Group}"),
            new { layers = part.Layers, staffing = part.Staffing },
            new { layers = after.Layers, staffing = after.Staffing },
            token);
        return after;
    }

    // What no history of the groups can be asked for, however long one waits. Where there is none yet, one may come.
    private async Task<Refusal?> WhyNotAsync(
        ForecastScenario forecast, OrganizationSnapshot known, CancellationToken token)
    {
        if (forecast.FirstDay is not { } first || known.BusinessUnits.Find(forecast.BusinessUnit) is not { } unit)
        {
            return null;
        }

        var names = forecast.Groups.Select(known.PlanningGroups.Find).OfType<PlanningGroup>()
            .SelectMany(group => group.Queues).Select(queue => queue.Id).ToHashSet();
        var queues = (await history.ListQueuesAsync(unit.Id, token)).Where(queue => names.Contains(queue.Name))
            .ToList();
        if (queues.Count == 0)
        {
            return null;
        }

        var begin = DayOf(queues.Min(queue => queue.First));
        var end = DayOf(queues.Max(queue => queue.Last));
        return new FieldChecks()
            .That(first > begin, "first_day",
                $"must be after {begin:uuuu-MM-dd}, where the history begins: of nothing no forecast is made.")
            .That(first <= end.PlusDays(Forecaster.MostDays), "first_day",
                $"must be at most {Forecaster.MostDays} days after {end:uuuu-MM-dd}, where the history ends.")
            .Refusal;

        LocalDate DayOf(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(unit.Zone).Date;
    }

    private static Refusal? Check(
        ForecastScenario forecast, ForecastGroupRow part, GroupChange change, OrganizationSnapshot known)
    {
        if (change.Staffing is { } terms
            && (terms.Check() ?? Requirements.CheckGoal(known, forecast.BusinessUnit, terms)) is { } wrong)
        {
            return wrong;
        }

        if (change.Layers is not { } layers)
        {
            return null;
        }

        return layers.Count > MostLayers
            ? new Refusal.Invalid("layers", $"must be at most {MostLayers}.")
            : part.Machine is null
            ? MissingPart.Of(forecast, part)
            : MachineForecast.With(MachineForecast.Read(part.Machine), layers).Refused;
    }

    private async Task<Outcome<ForecastScenario>> ChangeAsync(
        WriteTransaction transaction, ForecastId id, Func<ForecastScenario, Task<Outcome<ForecastScenario>>> step,
        CancellationToken token)
    {
        var found = await LockAsync(transaction, id, token);
        return found.Refused is null ? await step(found.Value) : found;
    }

    private async Task<Outcome<ForecastScenario>> LockAsync(
        WriteTransaction transaction, ForecastId id, CancellationToken token) =>
        await store.LockAsync(transaction, id, token) is { } found
            ? found
            : new Refusal.NotFound(Title, id.ToString());

    private Task NoteAsync(
        WriteTransaction transaction, string action, ForecastScenario forecast, CancellationToken token) =>
        audit.AppendAsync(
            transaction, new AuditSubject(action, Title, forecast.Id.ToString()), null,
            new { forecast.Name, forecast.Weeks, forecast.State }, token);
}
