using System.Collections.Concurrent;
using Muster.Cluster.Streams;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Demand;
using Muster.Server.Live;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>
/// Finds what was forecast for a day: of each planning group what was forecast last. Kept while neither forecasts nor
/// organization change: what the machine said is long. Safe for many threads.
/// </summary>
public sealed class DayForecasts(ForecastStore store, ScopeFeed feed)
{
    private const int MostLookedAt = 50;
    private const int DaysPerWeek = 7;

    private readonly ConcurrentDictionary<BusinessUnitId, Kept> _kept = new();

    /// <param name="asked">Which; null: of each planning group the latest that has the day.</param>
    /// <returns>Null and no groups when there is none. What cannot be used is told.</returns>
    public async Task<Outcome<ForecastOfDay>> FindAsync(
        (OrganizationSnapshot Known, BusinessUnit Unit) of, ForecastId? asked, LocalDate date, CancellationToken token)
    {
        if (asked is { } id)
        {
            var found = await store.FindAsync(id, token);
            return found?.BusinessUnit == of.Unit.Id
                ? await ReadAsync(of, found, date, token)
                : new Refusal.NotFound("forecast", id.ToString());
        }

        // Before they are read: what is read after it is at least as new.
        var position = feed.Applied(ForecastStore.Scope);
        if (_kept.TryGetValue(of.Unit.Id, out var kept) && kept.Forecasts == position && position.Timeline > 0
            && ReferenceEquals(kept.Known, of.Known) && kept.Date == date)
        {
            return kept.Found;
        }

        var latest = await LatestAsync(of, date, token);
        _kept[of.Unit.Id] = new Kept(position, of.Known, date, latest);
        return latest;
    }

    // A forecast of some planning groups takes no other one's forecast away.
    private async Task<ForecastOfDay> LatestAsync(
        (OrganizationSnapshot Known, BusinessUnit Unit) of, LocalDate date, CancellationToken token)
    {
        var all = of.Known.PlanningGroups.InUse.Count(group => group.BusinessUnitId == of.Unit.Id);
        var found = ForecastOfDay.None;
        foreach (var forecast in await store.ListAsync(of.Unit.Id, null, MostLookedAt, token))
        {
            if (found.Groups.Count >= all)
            {
                break;
            }

            if (!forecast.IsOpen && MayHave(forecast, date) && !forecast.Groups.All(found.Has))
            {
                found = found.Then(await ReadAsync(of, forecast, date, token));
            }
        }

        return found;
    }

    private static bool MayHave(ForecastScenario forecast, LocalDate date) => forecast.FirstDay is not { } first
        || (date >= first && date < first.PlusDays(DaysPerWeek * forecast.Weeks));

    private async Task<ForecastOfDay> ReadAsync(
        (OrganizationSnapshot Known, BusinessUnit Unit) of, ForecastScenario forecast, LocalDate date,
        CancellationToken token)
    {
        var (groups, notes) = (new List<GroupForecast>(), new List<string>());
        foreach (var row in await store.ListGroupsAsync(forecast.Id, token))
        {
            if (of.Known.PlanningGroups.Find(row.Group) is not { IsRemoved: false } group
                || group.BusinessUnitId != of.Unit.Id)
            {
                continue;
            }

            var read = Read(of, row, group, date);
            if (read.Refused is { } refusal)
            {
                notes.Add($"{group.Name}: {EngineRefusal.Text(refusal)}");
            }
            else
            {
                groups.Add(read.Value);
            }
        }

        return new ForecastOfDay(forecast, groups, notes);
    }

    private static Outcome<GroupForecast> Read(
        (OrganizationSnapshot Known, BusinessUnit Unit) of, ForecastGroupRow row, PlanningGroup group, LocalDate date)
    {
        if (row.Machine is not { } text)
        {
            return new Refusal.Conflict(row.Trouble ?? "Its forecast is not made.");
        }

        var machine = MachineForecast.Read(text);
        var layered = MachineForecast.With(machine, DemandJson.Read<IReadOnlyList<DemandLayer>>(row.Layers));
        if (layered.Refused is { } wrong)
        {
            return wrong;
        }

        if (layered.Value.Days.FirstOrDefault(one => one.Date == date) is not { } day)
        {
            return new Refusal.Conflict($"The forecast does not have {date:uuuu-MM-dd}.");
        }

        if (!machine.Zone.Equals(of.Unit.Zone))
        {
            return new Refusal.Conflict($"It was forecast by the clocks of {machine.Zone.Id}, and the business unit "
                + $"has those of {of.Unit.Zone.Id} by now.\nMaybe make a new forecast.");
        }

        var goal = row.Staffing.ServiceGoalId is { } id ? of.Known.ServiceGoals.Find(id) : null;
        return new GroupForecast(
            group, new DayFrame(date, machine.Zone, machine.Minutes), machine, day, row.Staffing, goal,
            row.HandleSeconds);
    }

    private sealed record Kept(
        ScopePosition Forecasts, OrganizationSnapshot Known, LocalDate Date, ForecastOfDay Found);
}
