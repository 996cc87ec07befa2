using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Scheduling;
using Muster.Storage.People;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>Checks what a new build says of earlier ones, and takes over from them what it does not say.</summary>
public sealed class EarlierChecks(BuildStore builds, EarlierSchedules schedules, AgentStore agents)
{
    private const string RebuildField = "rebuild.build_id";
    private const string AgentsField = "rebuild.agent_ids";
    private const string HistoryField = "history_of";

    /// <summary>The build with its units: those asked for, those of the chosen agents, or all.</summary>
    public async Task<Outcome<ScheduleBuild>> CompleteAsync(
        ScheduleBuild asked, IReadOnlyList<ManagementUnitId> all, CancellationToken token)
    {
        var units = asked.ManagementUnits.Distinct().ToList();
        var build = asked with { ManagementUnits = units.Count > 0 ? units : all };
        if (asked.Rebuild is { } rebuild)
        {
            var found = await RebuildAsync(asked, rebuild, token);
            if (found.Refused is not null)
            {
                return found;
            }

            build = found.Value;
        }

        return await CheckHistoryAsync(build, token) is { } refusal ? refusal : build;
    }

    private async Task<Outcome<ScheduleBuild>> RebuildAsync(
        ScheduleBuild asked, Rebuild rebuild, CancellationToken token)
    {
        if (await builds.FindAsync(rebuild.Of, token) is not { } earlier || earlier.BusinessUnit != asked.BusinessUnit)
        {
            return new Refusal.Invalid(RebuildField, $"names no build of the business unit: {rebuild.Of}.");
        }

        if (earlier.State != BuildState.Done)
        {
            return new Refusal.Invalid(RebuildField, $"names a build that is {Word(earlier.State)}: {earlier.Name}.\n"
                + "Maybe wait until it is done, or take one that is.");
        }

        var checks = new FieldChecks()
            .That(asked.FirstDay == earlier.FirstDay, "first_day",
                $"must be {earlier.FirstDay:uuuu-MM-dd}, that of the earlier build; it is {asked.FirstDay:uuuu-MM-dd}.")
            .That(asked.Weeks == earlier.Weeks, "weeks",
                $"must be {earlier.Weeks}, as in the earlier build; it is {asked.Weeks}.");
        return checks.Refusal is { } refusal
            ? refusal
            : (await UnitsAsync(asked, rebuild, earlier, token)).Then<ScheduleBuild>(units => asked with
            {
                ManagementUnits = units,
                SharedBy = earlier.SharedBy,
                HistoryOf = asked.HistoryOf ?? earlier.HistoryOf,
            });
    }

    /// <summary>Which units are built anew: each has a schedule, and somebody who is chosen.</summary>
    private async Task<Outcome<IReadOnlyList<ManagementUnitId>>> UnitsAsync(
        ScheduleBuild asked, Rebuild rebuild, ScheduleBuild earlier, CancellationToken token)
    {
        var wanted = asked.ManagementUnits.Count > 0 ? asked.ManagementUnits : earlier.ManagementUnits;
        var strangers = (rebuild.Agents ?? []).Concat(rebuild.Locked.Select(cell => cell.Agent)).ToHashSet();
        var units = new List<ManagementUnitId>();
        foreach (var unit in wanted.Distinct())
        {
            if (await schedules.FindAsync(earlier.Id, unit, token) is null)
            {
                return new Refusal.Invalid("management_unit_ids",
                    $"names a unit of which the earlier build has no schedule: {unit}.\nMaybe build it as a whole.");
            }

            var people = (await agents.ListOfUnitAsync(unit, token)).Select(agent => agent.Id).ToHashSet();
            strangers.ExceptWith(people);
            if (rebuild.Agents is not { Count: > 0 } chosen || chosen.Any(people.Contains))
            {
                units.Add(unit);
            }
        }

        return strangers.Count > 0 ? Strange(rebuild, strangers) : units;
    }

    private static Refusal.Invalid Strange(Rebuild rebuild, HashSet<AgentId> strangers)
    {
        var field = rebuild.Agents?.Any(strangers.Contains) ?? false ? AgentsField : "rebuild.locked";
        return new Refusal.Invalid(field,
            $"names nobody of the units that are built: {string.Join(", ", strangers)}.\nMaybe they have moved.");
    }

    private async Task<Refusal?> CheckHistoryAsync(ScheduleBuild build, CancellationToken token)
    {
        if (build.HistoryOf is not { } id)
        {
            return null;
        }

        if (await builds.FindAsync(id, token) is not { } before || before.BusinessUnit != build.BusinessUnit)
        {
            return new Refusal.Invalid(HistoryField, $"names no build of the business unit: {id}.");
        }

        var last = build.FirstDay.PlusDays(-1);
        return new FieldChecks()
            .That(before.State == BuildState.Done, HistoryField,
                $"names a build that is {Word(before.State)}: {before.Name}.\nMaybe wait until it is done.")
            .That(before.FirstDay <= last && before.LastDay >= last, HistoryField,
                $"names a build of {before.FirstDay:uuuu-MM-dd} to {before.LastDay:uuuu-MM-dd}, without the day before "
                + $"the first, {last:uuuu-MM-dd}.\nMaybe take one of the weeks just before.")
            .Refusal;
    }

    private static string Word(BuildState state) => state.ToString().ToLowerInvariant();
}
