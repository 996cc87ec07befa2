using System.Globalization;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Demand;
using Muster.Storage.Demand;
using Muster.Storage.Organization;
using NodaTime;

namespace Muster.Server.Commands;

/// <summary>Asks about agents with several skills on the database of a node, in the command line's words.</summary>
internal sealed class StaffingAsking(
    StaffingOrder order, SharedStaffing staffing, ForecastScenario forecast, OrganizationSnapshot known)
{
    private const int MostForecasts = 500;
    private const int MinutesPerDay = 24 * 60;

    public ForecastScenario Forecast => forecast;

    /// <summary>The forecast's planning groups.</summary>
    public IReadOnlyList<PlanningGroup> PlanningGroups { get; } = SharedStaffing.GroupsOf(forecast, known);

    /// <exception cref="StartRefusedException">There is no such forecast, or there are several.</exception>
    public static async Task<StaffingAsking> OpenAsync(
        CommandServices services, StaffingOrder order, CancellationToken token)
    {
        var known = (await services.Get<OrganizationStore>().LoadAsync(token)).Content;
        var forecasts = new List<ForecastScenario>();
        foreach (var unit in known.BusinessUnits.InUse)
        {
            forecasts.AddRange(await services.Get<ForecastStore>().ListAsync(unit.Id, null, MostForecasts, token));
        }

        return new StaffingAsking(order, services.Get<SharedStaffing>(), Find(order.Forecast, forecasts, known), known);
    }

    public string NameOf(Guid group) =>
        PlanningGroups.FirstOrDefault(known => known.Id.Value == group)?.Name ?? $"{group}";

    public Task<IReadOnlyList<KnownAgentGroupView>> PeopleAsync(CancellationToken token) =>
        staffing.PeopleAsync(forecast, known, order.Date, token);

    /// <summary>As they were given; else people by their skills.</summary>
    /// <exception cref="StartRefusedException">There are none, or one serves nothing that is known.</exception>
    public async Task<IReadOnlyList<AgentGroupBody>> GroupsAsync(CancellationToken token)
    {
        if (order.Groups.Count > 0)
        {
            return [.. order.Groups.Select(group => new AgentGroupBody(
                group.Name, [.. group.Serves.Select(name => GroupOf(group.Name, name))], group.Agents ?? 0))];
        }

        var people = await PeopleAsync(token);
        if (people.Count > SharedRequirementBody.MostGroups)
        {
            throw new StartRefusedException(
                $"People have {people.Count} combinations of skills; a search takes {SharedRequirementBody.MostGroups} "
                    + "at most.",
                "Maybe put some together: --group both=Loans,Cards. `muster staffing agents` lists all of them.");
        }

        return people.Count > 0
            ? [.. people.Select(group => new AgentGroupBody(group.Name, group.PlanningGroupIds))]
            : throw new StartRefusedException(
                $"Nobody is employed on {order.Date:uuuu-MM-dd} who could serve a planning group of {forecast.Name}.",
                "Maybe say who serves what: --group both=Loans,Cards.");
    }

    /// <summary>Interval by interval; those without contacts are left out.</summary>
    /// <param name="step">Told the part of 1 that is done.</param>
    /// <exception cref="StartRefusedException">Not one can be answered.</exception>
    public async Task<FoundIntervals> RequireAsync(
        IReadOnlyList<AgentGroupBody> groups, Action<double> step, CancellationToken token)
    {
        var (from, to) = (MinuteOf(order.From), MinuteOf(order.To) is > 0 and var end ? end : MinutesPerDay);
        var usual = new SharedRequirementBody(order.Date, LocalTime.Midnight, groups);
        var body = usual with { Calls = order.Calls ?? usual.Calls };
        Require(body.Check()
            ?? (from < to ? null : new Refusal.Invalid("--to", $"is not after {order.From:HH\\:mm}.")));
        var day = (await staffing.DayAsync(forecast, known, order.Date, groups, token)).OrRefuse();
        var found = new List<SharedRequirementView>();
        for (var next = day.IntervalAt(from); next < to; next = day.IntervalAt(next.Value + day.Minutes))
        {
            var asked = body with { Time = LocalTime.FromMinutesSinceMidnight(next.Value) };
            var answer = await staffing.RequireAsync(day, asked, token);
            if (answer.Refused is { } refusal && found.Count > 0)
            {
                return new FoundIntervals(found, $"{asked.Time:HH\\:mm}: {RefusalText.Of(refusal)}");
            }

            found.Add(answer.OrRefuse());
            step((double)(next.Value + day.Minutes - from) / (to - from));
        }

        return found.Count > 0 ? new FoundIntervals(found, null) : throw new StartRefusedException(
            $"Nothing is forecast on {order.Date:uuuu-MM-dd} at these times.", "Maybe another part of the day.");
    }

    /// <exception cref="StartRefusedException">It cannot be answered.</exception>
    public async Task<WhatIfView> ReachAsync(IReadOnlyList<AgentGroupBody> groups, CancellationToken token)
    {
        var body = new WhatIfBody(order.Date, groups, order.From, order.To, order.VolumePercent);
        Require(body.Check());
        var day = (await staffing.DayAsync(forecast, known, order.Date, groups, token)).OrRefuse();
        return (await staffing.WhatIfAsync(day, body, token)).OrRefuse();
    }

    private static ForecastScenario Find(
        string written, List<ForecastScenario> forecasts, OrganizationSnapshot known)
    {
        var named = forecasts.Where(forecast => $"{forecast.Id}" == written
            || forecast.Name.Equals(written, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (named.Length > 1)
        {
            throw new StartRefusedException(
                $"There are {named.Length} forecasts \"{written}\".",
                "Maybe name the id: " + string.Join(", ", named.Select(forecast => string.Create(
                    CultureInfo.InvariantCulture, $"{forecast.Id} of {known.BusinessUnits.Find(forecast.BusinessUnit)
                        ?.Name}, {forecast.CreatedAt:yyyy-MM-dd HH:mm}"))) + ".");
        }

        return named.Length == 1 ? named[0] : throw new StartRefusedException(
            $"There is no forecast \"{written}\".",
            forecasts.Count == 0
                ? "Maybe make one first, on the Forecast page."
                : $"Maybe {NearestName.Of(written, forecasts.Select(forecast => forecast.Name))} is meant.");
    }

    private Guid GroupOf(string agents, string name) => PlanningGroups.FirstOrDefault(group =>
            group.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || $"{group.Id}" == name)?.Id.Value
        ?? throw new StartRefusedException(
            $"--group {agents} serves \"{name}\", which is no planning group of {forecast.Name}.",
            $"Maybe {NearestName.Of(name, PlanningGroups.Select(group => group.Name))} is meant.");

    private static int MinuteOf(LocalTime? time) => time is { } known ? known.Hour * 60 + known.Minute : 0;

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new StartRefusedException(RefusalText.Of(refusal));
        }
    }
}
