using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Results;
using Muster.Server.Demand;
using Muster.Server.Organization;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>Reads forecasts for callers who may see them.</summary>
public sealed class ForecastReading(
    ForecastStore forecasts, HistoryStore history, PlanningAccess access, OrganizationCache organization)
{
    private const double Percent = 100;

    public async Task<Outcome<ForecastScenario>> FindAsync(
        Caller caller, Guid id, Permission permission, CancellationToken token)
    {
        if (await forecasts.FindAsync(new ForecastId(id), token) is not { } found)
        {
            return new Refusal.NotFound("forecast", id.ToString());
        }

        var unit = await access.FindAsync(caller, found.BusinessUnit.Value, permission, token);
        return unit.Refused switch
        {
            null => found,
            Refusal.NotFound => new Refusal.NotFound("forecast", id.ToString()),
            var refusal => refusal,
        };
    }

    public async Task<Outcome<ForecastPart>> PartAsync(Caller caller, Guid id, Guid group, CancellationToken token)
    {
        var found = await FindAsync(caller, id, Permissions.ForecastView, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        return await forecasts.FindGroupAsync(found.Value.Id, new PlanningGroupId(group), token) is { } row
            ? new ForecastPart(found.Value, row)
            : new Refusal.NotFound("planning group of the forecast", group.ToString());
    }

    /// <param name="asked">What differs from the terms that are kept.</param>
    public async Task<Outcome<RequirementView>> RequirementAsync(
        ForecastPart part, TermsQuery asked, CancellationToken token)
    {
        if (part.Layered is not { } layered)
        {
            return MissingPart.Of(part.Forecast, part.Row);
        }

        var terms = asked.Over(part.Row.Staffing);
        var known = await organization.CurrentAsync(token);
        if (Requirements.CheckGoal(known, part.Forecast.BusinessUnit, terms) is { } wrong)
        {
            return wrong;
        }

        if (asked.VolumePercent is < 0 or > 1000 or double.NaN)
        {
            return new Refusal.Invalid("volume_percent", $"{asked.VolumePercent} is not 0 to 1000.");
        }

        var goal = terms.ServiceGoalId is { } id ? known.ServiceGoals.Find(id) : null;
        var days = Times(layered.Days, (asked.VolumePercent ?? Percent) / Percent);
        return Requirements.Of(layered.Machine, days, terms, goal, part.Row.HandleSeconds).Then(required =>
            RequirementView.Of(
                terms, layered.Machine.Minutes, required, [.. days.Select(day => day.Occurrences)]));
    }

    public async Task<IReadOnlyList<ActualDay>> CompareAsync(ForecastPart part, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (part.Layered is not { Machine: { Days.Count: > 0 } machine } layered
            || known.PlanningGroups.Find(part.Row.Group) is not { } group)
        {
            return [];
        }

        var from = machine.Zone.AtStartOfDay(machine.Days[0].Date).ToDateTimeOffset();
        var to = machine.Zone.AtStartOfDay(machine.Days[^1].Date.PlusDays(1)).ToDateTimeOffset();
        var rows = await history.ReadAsync(
            part.Forecast.BusinessUnit, group.Queues.Select(queue => queue.Id), from, to, token);
        return Accuracy.Of(machine, layered.Days, rows);
    }

    private static IReadOnlyList<ForecastDay> Times(IReadOnlyList<ForecastDay> days, double factor) =>
        factor == 1
            ? days
            : [.. days.Select(day => day with { Volumes = [.. day.Volumes.Select(value => value * factor)] })];
}
