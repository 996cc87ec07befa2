using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Demand;
using Muster.Server.Demand.Skills;
using Muster.Simulation.Results;
using Muster.Storage.Demand;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>
/// Answers about agents with several skills, for the API and the command line. Whether somebody may see the forecast is
/// the caller's to know.
/// </summary>
public sealed class SharedStaffing(ForecastStore forecasts, AgentStore agents, SimulationDesk desk)
{
    private const int MinutesPerHour = 60;
    private const double Percent = 100;

    /// <summary>People of the forecast's unit by the planning groups that they have the skills for.</summary>
    public async Task<IReadOnlyList<KnownAgentGroupView>> PeopleAsync(
        ForecastScenario forecast, OrganizationSnapshot known, LocalDate date, CancellationToken token)
    {
        var people = new List<Agent>();
        foreach (var unit in known.ManagementUnits.InUse.Where(
            unit => unit.BusinessUnitId == forecast.BusinessUnit))
        {
            people.AddRange((await agents.ListOfUnitAsync(unit.Id, token))
                .Where(agent => agent.RemovedAt is null && agent.Employment.IsActiveOn(date)));
        }

        return KnownAgentGroupView.Of(people, GroupsOf(forecast, known));
    }

    /// <summary>The forecast's planning groups that are in use, by name.</summary>
    public static IReadOnlyList<PlanningGroup> GroupsOf(ForecastScenario forecast, OrganizationSnapshot known) =>
        [.. forecast.Groups.Select(id => known.PlanningGroups.Find(id)).OfType<PlanningGroup>()
            .Where(group => !group.IsRemoved).OrderBy(group => group.Name, StringComparer.Ordinal)];

    /// <param name="groups">Checked.</param>
    internal async Task<Outcome<SharedDay>> DayAsync(
        ForecastScenario forecast, OrganizationSnapshot known, LocalDate date, IReadOnlyList<AgentGroupBody> groups,
        CancellationToken token)
    {
        var parts = new List<SharedPart>();
        foreach (var group in groups.SelectMany(group => group.PlanningGroupIds).Distinct())
        {
            var row = await forecasts.FindGroupAsync(forecast.Id, new PlanningGroupId(group), token);
            if (row is null || known.PlanningGroups.Find(new PlanningGroupId(group)) is not { } of)
            {
                return new Refusal.Invalid(
                    "agent_groups", $"serve {group}, which is no planning group of the forecast.");
            }

            if (new ForecastPart(forecast, row).Layered is not { } layered)
            {
                return MissingPart.Of(forecast, row);
            }

            var terms = row.Staffing;
            parts.Add(new SharedPart(
                of, layered.Machine, layered.Days, terms,
                terms.ServiceGoalId is { } goal ? known.ServiceGoals.Find(goal) : null, row.HandleSeconds));
        }

        return SharedDay.Of(date, parts, [.. groups.Select(group => group.Group())]);
    }

    internal async Task<Outcome<SharedRequirementView>> RequireAsync(
        SharedDay day, SharedRequirementBody body, CancellationToken token)
    {
        if (day.IntervalAt(body.Time.Hour * MinutesPerHour + body.Time.Minute) is not { } from)
        {
            return new Refusal.Invalid("time", "is when nothing is forecast any more.\nMaybe an earlier one.");
        }

        var minutes = day.Minutes;
        var found = await desk.RunAsync(stop => day.Smallest(from, from + minutes, body.Calls, stop), token);
        return found.Then(answer => new SharedRequirementView(
            body.Date, LocalTime.FromMinutesSinceMidnight(from), minutes, Next(day, from + minutes),
            answer.Best.Agents.Sum(),
            day.Queues.Sum(queue => queue.AloneIn(from, from + minutes)),
            answer.Simulated, day.Named(answer.Reason),
            Groups(body.AgentGroups, answer.Best.Agents, answer.Best.Result.Total),
            Queues(day, from, from + minutes, answer.Best.Result.Total)));
    }

    internal async Task<Outcome<WhatIfView>> WhatIfAsync(SharedDay day, WhatIfBody body, CancellationToken token)
    {
        var (from, to) = (body.FirstMinute, body.EndMinute);
        if (!day.HasContacts(from, to))
        {
            return new Refusal.Invalid("from", "to this end nothing is forecast.\nMaybe another part of the day.");
        }

        var found = await desk.RunAsync(
            stop => day.Simulate(from, to, (body.VolumePercent ?? Percent) / Percent, stop), token);
        return found.Then(answer => new WhatIfView(
            body.Date, LocalTime.FromMinutesSinceMidnight(from), to - from, answer.Replications,
            ServedView.Of(answer.Total.All),
            Groups(body.AgentGroups, [.. body.AgentGroups.Select(group => group.Agents)], answer.Total),
            Queues(day, from, to, answer.Total),
            [.. answer.Remarks.Select(day.Named).OfType<string>()]));
    }

    private static LocalTime? Next(SharedDay day, int minute) =>
        day.IntervalAt(minute) is { } next ? LocalTime.FromMinutesSinceMidnight(next) : null;

    private static IReadOnlyList<AgentGroupView> Groups(
        IReadOnlyList<AgentGroupBody> asked, IReadOnlyList<int> agents, PeriodResult total) =>
    [
        .. asked.Index().Select(group => new AgentGroupView(
            group.Item.Name, agents[group.Index], EstimateView.Of(total.Groups[group.Index].Occupancy))),
    ];

    private static IReadOnlyList<SharedQueueView> Queues(SharedDay day, int from, int to, PeriodResult total) =>
    [
        .. day.Queues.Select((queue, index) => new SharedQueueView(
            queue.Group.Id.Value, Numbers.Short(queue.ContactsIn(from, to)), queue.AloneIn(from, to),
            ServedView.Of(total.Queues[index]))),
    ];
}
