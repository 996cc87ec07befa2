using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Organization;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>Reads a business unit's day: forecast, what came, who is required, scheduled and there.</summary>
public sealed class DayReading(
    DayForecasts forecasts, CameReading came, DayAgents agents, OrganizationCache organization, TimeProvider time)
{
    private const int QuarterMinutes = 15;

    public async Task<Outcome<UnitDay>> ReadAsync(BusinessUnit unit, DayAsk asked, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var groups = known.PlanningGroups.InUse.Where(group => group.BusinessUnitId == unit.Id)
            .OrderBy(group => group.Name, StringComparer.Ordinal).ToList();
        if (asked.Group is { } id && groups.All(group => group.Id != id))
        {
            return new Refusal.NotFound(OrganizationKinds.PlanningGroup.Title, id.ToString());
        }

        var date = asked.Date ?? Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(unit.Zone).Date;
        var found = await forecasts.FindAsync((known, unit), asked.Forecast, date, token);
        if (found.Refused is { } refusal)
        {
            return refusal;
        }

        var quarters = new DayFrame(date, unit.Zone, QuarterMinutes);
        var there = Seen(await agents.ReadAsync((known, unit), groups, quarters, token), asked);
        var looked = groups.Where(group => asked.Group is null || group.Id == asked.Group).ToList();
        var told = await came.ToldAsync(unit.TenantId, looked, quarters, token);
        var making = new DayMaking(unit, quarters, groups, found.Value, there, told);
        foreach (var group in looked)
        {
            making.Add(group, await came.OfAsync(group, told, quarters.Day, token));
        }

        var day = making.Make(PlannedQueues(known, unit.TenantId));
        return day with
        {
            IsScheduled = asked.SeesSchedules ? there.Scheduled is not null : null,
            Unmapped = asked.SeesQueues ? day.Unmapped : [],
            Notes = [.. making.Notes(asked), .. asked.SeesQueues ? [] : UnmappedQueue.Count(day.Unmapped)],
        };
    }

    private static AgentsOfDay Seen(AgentsOfDay agents, DayAsk asked) => agents with
    {
        Scheduled = asked.SeesSchedules ? agents.Scheduled : null,
        OnQueue = asked.SeesAdherence ? agents.OnQueue : null,
    };

    private static HashSet<string> PlannedQueues(OrganizationSnapshot known, TenantId tenant) =>
        known.PlanningGroups.InUse.Where(group => known.TenantOf(group) == tenant)
            .SelectMany(group => group.Queues).Select(queue => queue.Id).ToHashSet(StringComparer.Ordinal);
}
